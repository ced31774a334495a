"""What the monthly reports say."""
