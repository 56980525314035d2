"""Django models, one file per thing; `actions/` is every write, `queries/` every read."""
