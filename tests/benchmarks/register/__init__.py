"""Measures the register as it grows: search, pages."""
