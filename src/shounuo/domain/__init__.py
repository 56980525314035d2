"""The trade in plain Python: accounts, promises, contacts, dispositions, amounts. No storage, no HTTP, no law."""
