"""Ordered small steps from one version of the tables to the next; they import no live model."""
