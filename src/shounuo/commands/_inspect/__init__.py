"""Sub-commands of `shounuo inspect`."""
