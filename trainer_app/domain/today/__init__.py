"""What is due, the most urgent first."""
