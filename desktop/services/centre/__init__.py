"""The centre of this data folder and the accounts of its staff."""
