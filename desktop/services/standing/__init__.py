"""The standing calendar: what was agreed for certain weekdays, stops, holidays."""
