"""The sub-commands of `shounuo strategy`, one file each."""
