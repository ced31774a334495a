"""One module a kind of workbook: what its rows mean and how they are recorded."""
