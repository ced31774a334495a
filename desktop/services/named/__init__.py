"""Named lists with history: communities, people who work, payers, suppliers. Rows keep the text that was typed."""
