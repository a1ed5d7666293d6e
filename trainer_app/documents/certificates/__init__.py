"""Drawing certificates from designs, signed lists, and the check page."""
