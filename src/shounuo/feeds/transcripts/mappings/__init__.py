"""How speech services write a transcript, one YAML each."""
