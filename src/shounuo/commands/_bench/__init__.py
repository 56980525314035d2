"""The sub-commands of `shounuo bench`, one file each."""
