"""What looks like an attribution and is none: silence, and quotation marks without speech."""
