"""The later steps of the guide: law, text, signing, review."""
