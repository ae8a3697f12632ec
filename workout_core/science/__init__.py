"""Arithmetic on plain numbers, each formula with its source."""
