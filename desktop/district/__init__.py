"""The district office's side: centres' files taken in, what stands of them, and what is read from it (ADR 0062)."""
