"""Ways to reach a person. Whether it may be done is asked elsewhere, at the one door (`begin`)."""
