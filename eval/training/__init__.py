"""Training of the small models in src/onrecord/models/weights: folds, export, cards. Fixed seeds."""
