"""A file as rows of text: what it is, whether it is whole, how it is encoded and cut."""
