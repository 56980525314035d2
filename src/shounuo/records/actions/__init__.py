"""Every write, one verb each: atomic, takes actor, effective_at, recorded_at, appends its event."""
