"""An import from beginning to end: look over, begin, batch by batch, end."""
