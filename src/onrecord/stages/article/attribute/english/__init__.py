"""English as the tagger reads it, and what the words around its readings tell beyond."""
