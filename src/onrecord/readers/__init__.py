"""Readers: bytes from anywhere become pages; what cannot be read becomes a counted problem."""
