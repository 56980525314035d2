"""Letters, notices, evidence packs."""
