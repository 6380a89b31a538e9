"""The benchmarks of the house; ``./dev.py bench`` runs them."""
