"""Right and wrong answers to every exercise: the tests must tell them apart."""
