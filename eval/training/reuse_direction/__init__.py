"""Training of the weights by which the reuse stage tells who took text from whom."""
