"""Which attribution stands inside the content of which other."""

from eval.baselines.parse_rules.draft import Draft

_LOOK = 24


def set_carriers(drafts: list[Draft]) -> None:
    """Give every draft whose cue lies in another's content that other as its carrier (the innermost)."""
    parts = sorted(
        ((start, end, number) for number, draft in enumerate(drafts) for start, end in draft.content),
        key=lambda part: (part[0], -part[1], part[2]),
    )
    order = sorted(
        (number for number, draft in enumerate(drafts) if draft.carrier is None and draft.cue),
        key=lambda number: drafts[number].cue[0],
    )
    open_parts: list[tuple[int, int, int]] = []
    following = 0
    for number in order:
        place = drafts[number].cue[0][0]
        while following < len(parts) and parts[following][0] <= place:
            open_parts.append(parts[following])
            following += 1
        while open_parts and open_parts[-1][1] <= place:
            open_parts.pop()
        holders = [part for part in open_parts[-_LOOK:] if part[1] > place and part[2] != number]
        for part in sorted(holders, key=lambda part: (part[1] - part[0], -depth(drafts[part[2]]), part[2])):
            if not _is_above(drafts[number], drafts[part[2]]):
                drafts[number].carrier = drafts[part[2]]
                break


def depth(draft: Draft) -> int:
    """How many attributions carry a draft."""
    current, count = draft.carrier, 0
    while current is not None and count < _LOOK:
        current, count = current.carrier, count + 1
    return count


def _is_above(draft: Draft, other: Draft) -> bool:
    """Whether `draft` already carries `other`."""
    current: Draft | None = other
    for _ in range(_LOOK):
        if current is None:
            return False
        if current is draft:
            return True
        current = current.carrier
    return True
