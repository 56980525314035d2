"""Sub-commands of `shounuo evidence`."""
