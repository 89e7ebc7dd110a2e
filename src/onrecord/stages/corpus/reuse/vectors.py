"""An article as one vector that languages share: the cheap key by which translations are found."""

from onrecord.data import ArticleFindings
from onrecord.models.sentences import Vectors, sentence_vectors

LEAD = 300  # characters of title and opening that are read


def article_vector(findings: ArticleFindings) -> Vectors:
    """512 whole numbers (-127 to 127) for the title and the opening of an article, whatever its language.

    A function of the article alone: about 5 ms. Compare by `onrecord.models.sentences.likeness`
    (cosine), or as unit vectors in any index.
    """
    own = findings.article
    opening = own.text if not own.title or own.text.startswith(own.title) else f"{own.title}. {own.text}"
    vector: Vectors = sentence_vectors([opening[:LEAD]], findings.language.code)[0]
    return vector
