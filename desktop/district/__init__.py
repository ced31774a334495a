"""The district office: what the centres' files say, together."""
