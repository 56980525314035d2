"""Pages, by the person who uses them."""
