"""Pictures of the window for README and the user guide: ``./dev.py shots``."""
