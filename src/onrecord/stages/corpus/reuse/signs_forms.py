"""Signs in errors and odd forms that were taken over: shared words unlike the rest of their text."""

from collections.abc import Iterator

from onrecord.stages.corpus.reuse.forms import APOSTROPHE, MARKS, Habit
from onrecord.stages.corpus.reuse.readings import Meeting, Reading
from onrecord.stages.corpus.reuse.sign import Sign
from onrecord.text.fold import Word

TYPED = frozenset((MARKS, APOSTROPHE))
LEAST_TYPED = 2  # marks that make a habit: a single one may come from anywhere
LEAST_WRONG = 2  # places of a misspelling that make it the other's own


def kept_form(meeting: Meeting) -> Iterator[Sign]:
    """Words that it shares are spelt or marked as the other does it throughout, its own words otherwise."""
    if meeting.across:
        return
    this, other = meeting.this, meeting.other
    theirs = _by_choice(other.habits)
    for choice, uses in sorted(_by_choice(this.habits).items()):
        shared = [use for use in uses if meeting.own[use.word]]
        own = [use for use in uses if not meeting.own[use.word]]
        least = LEAST_TYPED if choice in TYPED else 1
        if len(own) < least or len(shared) < least:
            continue
        kept, house = {use.form for use in shared}, {use.form for use in own}
        if (
            len(kept) == len(house) == 1
            and kept != house
            and kept == {use.form for use in theirs.get(choice, ())}
        ):
            one, two = this.words[shared[0].word], this.words[own[0].word]
            text = (
                f"the words it shares have {shared[0].form} {_called(choice)} as the other has throughout "
                f"(“{_shown(this, one)}”), its own words {own[0].form} ones (“{_shown(this, two)}”)"
            )
            yield Sign(this.at(one), text)


def _called(choice: str) -> str:
    return choice if choice in TYPED else f"forms ({choice})"


def _by_choice(habits: tuple[Habit, ...]) -> dict[str, list[Habit]]:
    found: dict[str, list[Habit]] = {}
    for one in habits:
        found.setdefault(one.choice, []).append(one)
    return found


def _shown(reading: Reading, word: Word) -> str:
    """A word with what stands around it."""
    return " ".join(reading.text[max(0, word.start - 12) : word.end + 12].split())


def kept_error(meeting: Meeting) -> Iterator[Sign]:
    """It shares a misspelling that the other always makes, and has the right form in its own words.

    A foreign name that nobody lists is no error: names count where its own words spell them otherwise.
    """
    if meeting.across:
        return
    this, other = meeting.this, meeting.other
    for twice in this.spelt_twice:
        if twice.other in other.folds or twice.odd not in other.folds:
            continue
        least = 1 if twice.name else LEAST_WRONG
        if sum(word.fold == twice.odd for word in other.words) < least:
            continue
        odd = [at for at, word in enumerate(this.words) if word.fold == twice.odd]
        right = [at for at, word in enumerate(this.words) if word.fold == twice.other]
        if all(meeting.own[at] for at in odd) and not any(meeting.own[at] for at in right):
            one, two = this.words[odd[0]], this.words[right[0]]
            text = (
                f"it has “{this.at(one).text}” only in words that it shares with the other, which always has "
                f"it so, and “{this.at(two).text}” in its own: “{_shown(this, two)}”"
            )
            yield Sign(this.at(one), text)
