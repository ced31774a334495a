"""Every word that is not a page's own: terms, fields, reasons, sentences."""
