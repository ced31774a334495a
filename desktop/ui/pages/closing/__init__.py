"""The room of handing in: month close and the file for the district office."""
