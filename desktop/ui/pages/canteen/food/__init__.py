"""食品台账 on the screen: what is missing today, purchases, dishes, samples, and who ate of a batch."""
