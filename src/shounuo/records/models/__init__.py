"""Tables, one file per thing."""
