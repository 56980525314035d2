"""Roles and who may do what to which case. Pure."""
