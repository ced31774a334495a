"""A simulated district: twelve centres, three months, and everything that goes wrong with files on the way."""
