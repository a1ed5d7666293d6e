"""Results of tests, practical ratings and feedback."""
