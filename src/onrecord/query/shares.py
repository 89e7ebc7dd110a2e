"""Shares in words."""


def percent(share: float) -> str:
    """A share (0 to 1) in whole per cent; what is not quite all or nothing is not rounded to it."""
    if 0.995 <= share < 1:
        return "over 99%"
    if 0 < share <= 0.005:
        return "under 1%"
    return f"{100 * share:.0f}%"
