"""Cut articles out of a page; everything else is furniture with a reason."""

from onrecord.stages.article.extract.cut import Extraction, Identify, extract

__all__ = ["Extraction", "Identify", "extract"]
