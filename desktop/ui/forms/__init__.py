"""The form kit: fields, one-column forms, the panel around them, drafts that outlive a crash."""
