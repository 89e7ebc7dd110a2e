"""Cut articles out of a page; everything else is furniture with a reason."""

from onrecord.stages.article.extract.credited import Beside
from onrecord.stages.article.extract.cut import Extraction, Identify, extract
from onrecord.stages.article.extract.judged import Beyond
from onrecord.stages.article.extract.learned import RULES_ONLY, LineModels, Scorer

__all__ = ["RULES_ONLY", "Beside", "Beyond", "Extraction", "Identify", "LineModels", "Scorer", "extract"]
