"""The ways of saying a fault, apart from the detector that judges it: other detectors ask whether one stands."""
