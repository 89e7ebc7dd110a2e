"""What is kept when one thing is told several times, in any order: sightings, judgements on one subject."""

from collections.abc import Iterable
from datetime import UTC, datetime

from onrecord.data import Judgement, Sighting, Verdict

PAGE = "page"


def merged(one: Sighting, other: Sighting) -> Sighting:
    """Two tellings of one sighting as one: all fields, the first place by name, the earliest fetch.

    The same whichever comes first, and for any number of tellings in any order.
    """
    fields = tuple(
        sorted({*one.fields, *other.fields}, key=lambda field: (field.name, field.value, field.origin))
    )
    return Sighting(
        one.id,
        one.page_id,
        min(one.place, other.place),
        _least(one.url, other.url),
        _least(one.outlet, other.outlet),
        min(_known(one.fetched, other.fetched), key=moment, default=None),
        fields,
    )


def _least(*values: str | None) -> str | None:
    return min(_known(*values), default=None)


def _known(*values: str | None) -> list[str]:
    return [value for value in values if value is not None]


def moment(text: str) -> tuple[datetime, str]:
    """An ISO date or time as a sortable moment (UTC unless it says otherwise); what is none sorts last."""
    try:
        found = datetime.fromisoformat(text)
        aware = found if found.tzinfo else found.replace(tzinfo=UTC)
        return aware.astimezone(UTC), text
    except (ValueError, OverflowError):
        return datetime.max.replace(tzinfo=UTC), text


def standing(judgements: Iterable[Judgement]) -> Judgement | None:
    """The latest judgement on one subject, None when there is none or it was withdrawn."""
    latest = max(judgements, key=_when, default=None)
    return None if latest is None or latest.verdict is Verdict.WITHDRAWN else latest


def latest_first(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Judgements by when they were made."""
    return sorted(judgements, key=_when, reverse=True)


def _when(judgement: Judgement) -> tuple[tuple[datetime, str], str]:
    return moment(judgement.made), judgement.id


def said(judgement: Judgement) -> str:
    """Who judged, and on what day, as reasons say it."""
    return f"{' '.join(judgement.by.split()) or 'an analyst'} judged on {judgement.made[:10]}"
