"""What the estimates are worth on public data: figures for the docs, never inputs to a night."""
