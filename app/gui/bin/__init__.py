"""The room of the bin: what was deleted, until it is restored or deleted for good."""
