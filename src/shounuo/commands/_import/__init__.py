"""Sub-commands of `shounuo import`."""
