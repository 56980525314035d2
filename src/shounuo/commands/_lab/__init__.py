"""The sub-commands of `shounuo lab`, one file each."""
