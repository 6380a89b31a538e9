"""The room of the cases: what happened, to whom, who knows it, and what was written about it."""
