"""Composed pages: 60 pages of two to six invented articles each, with the furniture of real sites."""
