"""Tables over ids from SQL: rows are loaded by the page that is looked at."""
