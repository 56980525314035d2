"""Files in and out; bad rows kept apart. Writes only through `records.actions`."""
