"""The centre's own workbooks, and the layouts of its reports."""
