"""Ways to reach a person. Whether it may be done is decided by `records.actions.open_contact`."""
