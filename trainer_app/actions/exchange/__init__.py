"""Sending, importing, packs, receipts, archive, requests, trust."""
