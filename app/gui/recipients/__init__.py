"""The room of the recipients: persons, offices and institutions, and how letters address them."""
