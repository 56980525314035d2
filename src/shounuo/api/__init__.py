"""HTTP API over the same actions and queries."""
