"""The guide editor: read, edit with the linter beside it, preview on a case, compare, publish by two."""
