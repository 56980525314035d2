"""Append-only, hash-chained events, daily roots, pack writer and offline verifier."""
