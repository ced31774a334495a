"""The few boxes: a question before something would be lost."""
