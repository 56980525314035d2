"""What runs by itself: settlement, imports, nightly, inspection, outbox."""
