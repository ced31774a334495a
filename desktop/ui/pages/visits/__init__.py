"""The room of monthly visits: due board, phone round, paper, roster, quality."""
