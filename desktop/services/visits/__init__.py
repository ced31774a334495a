"""Welfare visits: roster, due board, recording, paper, risks (handbook 2.5)."""
