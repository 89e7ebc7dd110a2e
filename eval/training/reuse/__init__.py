"""Training of the reuse model: pairs with labels, features, folds by event, weights."""
