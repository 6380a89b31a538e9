"""The drafting benchmark: both model letters, filled by Chancery and by its peers, equal text checked."""
