"""Laptops and what travels between them and the office."""
