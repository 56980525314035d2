"""The codes in which a call ends (电话码): data in `catalogue.yaml`, and what each one leads to (P11, P12)."""
