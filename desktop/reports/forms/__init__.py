"""Forms to be filled in and signed by hand."""
