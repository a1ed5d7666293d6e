"""Designs of certificates: list, editor, signatories."""
