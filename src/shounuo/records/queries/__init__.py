"""Every read that a page or a job needs."""
