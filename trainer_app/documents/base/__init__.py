"""Pages, fonts, text flow, charts and tables: what every paper builds on."""
