"""Sub-commands of `shounuo person`."""
