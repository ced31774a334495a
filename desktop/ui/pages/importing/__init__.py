"""Taking a workbook in, in four steps."""
