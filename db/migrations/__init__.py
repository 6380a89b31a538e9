"""The history of the schema; a revision imports nothing of ours and is never changed."""
