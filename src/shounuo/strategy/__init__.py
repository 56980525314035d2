"""The nightly columnar run: features -> estimates -> value per minute -> ranked candidates."""
