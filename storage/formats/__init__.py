"""The file formats: one module each, in the plain registry of `registry.py`; they know models only."""
