"""What the lines of an HTML page look like in numbers, and what a trained model makes of them."""
