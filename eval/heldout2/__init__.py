"""A second held-out case: pages and rows by another writer, who had not seen the rules."""
