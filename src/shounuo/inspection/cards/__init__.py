"""Score cards as dated data, one file a version; a past score keeps the version it was made with."""
