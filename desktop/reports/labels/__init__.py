"""Labels and cards with codes, and the sheets they are printed on."""
