"""Pairs out of a bucket of names that share a key, without ever making all pairs of a large one."""

from collections.abc import Iterator, Sequence


def pairs_within(members: Sequence[tuple[str, str]], cap: int) -> Iterator[tuple[str, str]]:
    """Pairs (low name, high name) of a bucket whose members are (order, name).

    Up to `cap` members give every pair. A larger bucket is sorted by `order` (then name) and each
    member is paired with the `cap` // 2 that follow: at most cap/2 pairs a member, however large the
    bucket grows, and the same pairs in whatever order the members came.
    """
    ranked = sorted(set(members))
    reach = len(ranked) if len(ranked) <= cap else max(1, cap // 2)
    for place, (_, left) in enumerate(ranked):
        for _, right in ranked[place + 1 : place + 1 + reach]:
            if left != right:
                yield (left, right) if left < right else (right, left)
