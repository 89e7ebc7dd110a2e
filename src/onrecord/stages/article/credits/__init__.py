"""Outlets and agencies that an article names as where it comes from.

Each form is looked for only where it stands in news: at the opening of the text, in short lines
around it, in notes about the text, at the end of the title.
"""

from onrecord.stages.article.credits.find import find_credits

__all__ = ["find_credits"]
