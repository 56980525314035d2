"""Sub-commands of `shounuo staff`."""
