"""Training of the German tagger on german_wikinews; needs torch."""
