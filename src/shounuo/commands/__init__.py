"""One file per `shounuo` command; found by file name."""
