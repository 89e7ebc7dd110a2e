"""The held-out case: invented pages and what a careful reader gets out of them; no rule is fitted to it."""
