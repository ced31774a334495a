"""What plans ask for: indicators as dated data, and the figures that somebody types for them."""
