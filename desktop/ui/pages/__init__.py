"""The rooms of the window, one module or two for each."""
