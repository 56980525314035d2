"""Sub-commands of `shounuo rules`."""
