"""Course package: the helpers that the notebooks import."""
