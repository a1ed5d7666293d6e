"""Questions, forms, sittings, keying in, filling in, results and feedback."""
