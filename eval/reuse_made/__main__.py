"""`python -m eval.reuse_made [BASE]`: counts of the made families, or one family to read."""

import sys
from collections import Counter

from eval.reuse_made import text_of
from eval.reuse_made.sources import made_families


def main() -> None:
    """Print counts, or the family of a base."""
    families = made_families()
    if len(sys.argv) > 1:
        for member in next(f for f in families if f.base == sys.argv[1]).members:
            print(f"== {member.name} | {member.draft.outlet} | {member.draft.date}\n{member.draft.title}\n")
            print(text_of(member.draft), "\n")
        return
    kinds = Counter(
        f"{member.kind} ({member.recipe})" for f in families for member in f.members if member.kind
    )
    print(f"{len(families)} families, {sum(len(f.members) for f in families)} reports")
    for kind, count in sorted(kinds.items()):
        print(f"{count:5} {kind}")


if __name__ == "__main__":
    main()
