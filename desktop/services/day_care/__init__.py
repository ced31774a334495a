"""Day care (日托): who comes and goes, the sheet of a month."""
