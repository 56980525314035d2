"""Pages of whoever brings files in: upload, preview, progress, what waits."""
