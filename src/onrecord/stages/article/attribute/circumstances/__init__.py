"""What a cue tells, and to whom, where, when and by what means something was said."""
