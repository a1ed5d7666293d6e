"""Journal, schema, merging, keys, texts and errors: what every area builds on."""
