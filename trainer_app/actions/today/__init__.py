"""What leads the day; the demo and the self-test, which use everything."""
