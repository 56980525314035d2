"""Ways to fill a field that no column holds, one a file; each is deterministic."""
