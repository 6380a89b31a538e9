"""The letters: the register and the drafts in one table, and the letter that is chosen beside it."""
