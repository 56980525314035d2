"""One folder a pack: jurisdictions, and `house`, which may only make them stricter."""
