"""Baselines for stories and reuse: MinHash at Jaccard 0.5 (datasketch), TF-IDF and HDBSCAN (scikit-learn)."""

from collections.abc import Sequence

from datasketch import MinHash, MinHashLSH
from sklearn.cluster import HDBSCAN, AgglomerativeClustering
from sklearn.feature_extraction.text import TfidfVectorizer

from eval.baselines.embeddings import minilm_vectors
from onrecord.text.clusters import components
from onrecord.text.fold import words

SHINGLE = 3


def shingle_set(text: str) -> set[str]:
    """Word triples."""
    folded = [word.fold for word in words(text)]
    return {" ".join(folded[at : at + SHINGLE]) for at in range(len(folded) - SHINGLE + 1)}


def minhash_pairs(texts: Sequence[str], jaccard: float = 0.5) -> set[tuple[int, int]]:
    """Pairs that datasketch's LSH finds at a Jaccard similarity of at least `jaccard` (verified)."""
    lsh = MinHashLSH(threshold=jaccard, num_perm=128)
    sets = [shingle_set(text) for text in texts]
    found = set()
    for number, shingles in enumerate(sets):
        sketch = MinHash(num_perm=128, seed=1)
        sketch.update_batch([shingle.encode("utf-8", "replace") for shingle in sorted(shingles)])
        for other in lsh.query(sketch):
            union = len(shingles | sets[int(other)])
            if union and len(shingles & sets[int(other)]) / union >= jaccard:
                found.add((int(other), number))
        lsh.insert(str(number), sketch)
    return found


def minhash_clusters(texts: Sequence[str]) -> list[int]:
    """Connected components of MinHash pairs."""
    names = [f"{number:06d}" for number in range(len(texts))]
    groups = components(names, sorted((names[a], names[b]) for a, b in minhash_pairs(texts)))
    home = {name: number for number, group in enumerate(groups) for name in group}
    return [home[name] for name in names]


def tfidf_clusters(texts: Sequence[str], least: float) -> list[int]:
    """TF-IDF cosine with average-linkage agglomerative clustering, cut at cosine `least`."""
    matrix = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(texts)
    model = AgglomerativeClustering(
        n_clusters=None, metric="cosine", linkage="average", distance_threshold=1.0 - least
    )
    labels: list[int] = model.fit_predict(matrix.toarray()).tolist()
    return labels


def minilm_clusters(texts: Sequence[str]) -> list[int]:
    """MiniLM vectors (first 256 word pieces) with HDBSCAN from two articles on; noise stands alone."""
    if len(texts) < 2:
        return list(range(len(texts)))
    model = HDBSCAN(min_cluster_size=2, min_samples=1, metric="euclidean", copy=True)
    labels: list[int] = model.fit_predict(minilm_vectors(texts)).tolist()
    return [label if label >= 0 else len(texts) + number for number, label in enumerate(labels)]


def tfidf_similarity(left: Sequence[str], right: Sequence[str], pile: Sequence[str]) -> list[float]:
    """TF-IDF cosine of each pair of texts; document frequencies from `pile`."""
    model = TfidfVectorizer(sublinear_tf=True).fit(pile)
    product = model.transform(left).multiply(model.transform(right)).sum(axis=1)
    return [float(value) for value in product.ravel().tolist()[0]]
