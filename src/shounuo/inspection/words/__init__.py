"""Word lists of inspection, as data."""
