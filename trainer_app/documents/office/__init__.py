"""Reports, and papers with keys."""
