"""Questions, forms, sittings, answers, and what they say in figures."""
