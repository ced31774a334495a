"""How it looks and sounds: tokens, stylesheet, icons, tones."""
