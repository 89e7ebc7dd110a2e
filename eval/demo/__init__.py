"""What a careful reader gets out of the demo's pages, as rows; needs no gold data."""
