"""What a careful reader gets out of the five real pages, checked row by row, and on a re-skinned copy."""
