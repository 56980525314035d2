"""Call guides 话术: graphs, linter, renderer for one case."""
