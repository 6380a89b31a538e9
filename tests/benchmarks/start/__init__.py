"""Measures the start of the window: programs that are started, and who starts them."""
