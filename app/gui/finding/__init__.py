"""The field at the top of the window that finds everything: letters, directories and commands."""
