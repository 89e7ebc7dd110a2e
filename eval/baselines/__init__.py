"""Systems to compare with: a naive one per question, and existing libraries where they install."""
