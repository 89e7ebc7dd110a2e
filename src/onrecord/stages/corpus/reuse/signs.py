"""The signs that an article is the later of two, by name; `direction` weighs them.

Each is sought in both articles by the same function, and what counts is the difference, capped, so
that no single habit of a writer decides.
"""

from dataclasses import dataclass

from onrecord.stages.corpus.reuse import (
    signs_belonging,
    signs_credits,
    signs_deixis,
    signs_details,
    signs_forms,
    signs_quotes,
    signs_shape,
    signs_time,
    signs_wording,
)
from onrecord.stages.corpus.reuse.readings import Meeting
from onrecord.stages.corpus.reuse.sign import Finder, Sign


@dataclass(frozen=True, slots=True)
class Kept:
    """A sign with the most that the difference between the two sides may count."""

    name: str
    find: Finder
    cap: float


SIGNS: tuple[Kept, ...] = (
    Kept("names other", signs_credits.names_other, 1.0),
    Kept("vague credit", signs_credits.vague_credit, 2.0),
    Kept("taken", signs_credits.taken, 1.0),
    Kept("other's own work", signs_credits.others_own_work, 1.0),
    Kept("other's dateline", signs_credits.others_dateline, 1.0),
    Kept("other's signature", signs_credits.others_signature, 1.0),
    Kept("other's agency", signs_credits.others_agency, 1.0),
    Kept("late outlet", signs_credits.late_outlet, 1.0),
    Kept("not from there", signs_credits.not_from_there, 1.0),
    Kept("uncredited", signs_credits.uncredited, 1.0),
    Kept("house mark", signs_credits.house_mark, 1.0),
    Kept("blurred figures", signs_details.blurred_figures, 2.0),
    Kept("approximates", signs_details.approximates, 2.0),
    Kept("vague counts", signs_details.vague_counts, 2.0),
    Kept("lost figures", signs_details.lost_figures, 4.0),
    Kept("lost names", signs_details.lost_names, 4.0),
    Kept("shortened names", signs_details.shortened_names, 2.0),
    Kept("nameless", signs_details.nameless, 2.0),
    Kept("unattributed", signs_details.unattributed, 2.0),
    Kept("trimmed", signs_quotes.trimmed, 2.0),
    Kept("unquoted", signs_quotes.unquoted, 2.0),
    Kept("unscared", signs_quotes.unscared, 1.0),
    Kept("quotes less", signs_quotes.quotes_less, 0.3),
    Kept("hedged", signs_wording.hedged, 2.0),
    Kept("elegant", signs_wording.elegant, 2.0),
    Kept("inflated", signs_wording.inflated, 2.0),
    Kept("loud", signs_wording.loud, 2.0),
    Kept("loud headline", signs_wording.loud_headline, 1.0),
    Kept("passed", signs_wording.passed, 1.0),
    Kept("fresher", signs_wording.fresher, 1.0),
    Kept("unprepared", signs_belonging.unprepared, 0.4),
    Kept("headline apart", signs_belonging.headline_apart, 0.6),
    Kept("cut", signs_belonging.cut, 1.0),
    Kept("stuck on", signs_belonging.stuck_on, 1.0),
    Kept("unannounced", signs_belonging.unannounced, 2.0),
    Kept("shorter", signs_shape.shorter, 2.0),
    Kept("contained", signs_shape.contained, 0.4),
    Kept("names abroad", signs_shape.names_abroad, 2.0),
    Kept("kept form", signs_forms.kept_form, 1.0),
    Kept("kept error", signs_forms.kept_error, 1.0),
    Kept("moved on", signs_deixis.moved_on, 1.0),
    Kept("half moved", signs_deixis.half_moved, 1.0),
    Kept("stale", signs_deixis.stale, 1.0),
    Kept("belied", signs_deixis.belied, 1.0),
    Kept("dated", signs_time.dated, 1.0),
    Kept("corrected", signs_time.corrected, 1.0),
)


@dataclass(frozen=True, slots=True)
class Found:
    """A sign in a meeting: what speaks for the right article as the later (`surplus` above 0) or the left."""

    name: str
    surplus: float
    left: tuple[Sign, ...]
    right: tuple[Sign, ...]


def find_signs(meeting: Meeting) -> list[Found]:
    """All signs on both sides of a meeting (seen from the left article), in the order of SIGNS."""
    turned = meeting.turned()
    found = []
    for kept in SIGNS:
        left, right = tuple(kept.find(meeting)), tuple(kept.find(turned))
        surplus = sum(sign.amount for sign in right) - sum(sign.amount for sign in left)
        surplus = round(max(-kept.cap, min(kept.cap, surplus)), 4)
        if left or right:
            found.append(Found(kept.name, surplus, left, right))
    return found
