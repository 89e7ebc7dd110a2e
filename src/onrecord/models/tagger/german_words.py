"""A German text as the German tagger reads it: words as in words.py, SentencePiece pieces, German marks.

The tokenizer is a Unigram model without a splitter of its own: the mark of a space is put before a
word here when one stands before it, so that a word and the comma after it are two words and each has
the pieces it would have had in running text.
"""

from tokenizers import Tokenizer

from onrecord.models.tagger.words import LONE_SURROGATE, MOST_PIECES, UNKNOWN, WORD, Words, _case, _places

SPACE = "\u2581"
OUTSIDE, INSIDE, OPENS, CLOSES = range(4)
ALWAYS_OPENS, ALWAYS_CLOSES, EITHER = "„", "”", '"“»«'


def split_german(text: str, tokenizer: Tokenizer) -> Words:
    """Words of any text; lone surrogates, which no UTF-8 can hold, are read as U+FFFD."""
    words: list[str] = []
    starts: list[int] = []
    spaced: list[bool] = []
    quote: list[int] = []
    paragraphs: list[tuple[int, int]] = []
    begin = 0
    for line in LONE_SURROGATE.sub("\ufffd", text).split("\n"):
        first = len(words)
        for match in WORD.finditer(line):
            start = match.start()
            words.append(match.group())
            starts.append(begin + start)
            spaced.append(start == 0 or line[start - 1].isspace())
        quote += quotation(words[first:])
        if len(words) > first:
            paragraphs.append((first, len(words)))
        begin += len(line) + 1
    return Words(
        tuple(starts),
        tuple(start + len(word) for start, word in zip(starts, words, strict=True)),
        _pieces(
            [SPACE + word if apart else word for word, apart in zip(words, spaced, strict=True)], tokenizer
        ),
        tuple(_case(word) for word in words),
        tuple(quote),
        _places(len(words), paragraphs),
        tuple(paragraphs),
    )


def quotation(words: list[str]) -> list[int]:
    """Whether each word of a paragraph opens, closes or stands within double quotation marks.

    German opens with „ and closes with “, books and Swiss papers use » « either way round.
    """
    inside = False
    found = []
    for word in words:
        if word == ALWAYS_OPENS or (word in EITHER and not inside):
            found.append(OPENS)
            inside = True
        elif word == ALWAYS_CLOSES or word in EITHER:
            found.append(CLOSES)
            inside = False
        else:
            found.append(INSIDE if inside else OUTSIDE)
    return found


def _pieces(words: list[str], tokenizer: Tokenizer) -> tuple[tuple[int, ...], ...]:
    pieces: list[list[int]] = [[] for _ in words]
    encoded = tokenizer.encode(words, is_pretokenized=True, add_special_tokens=False)
    for number, owner in zip(encoded.ids, encoded.word_ids, strict=True):
        if owner is not None and len(pieces[owner]) < MOST_PIECES:
            pieces[owner].append(number)
    return tuple(tuple(own) or (UNKNOWN,) for own in pieces)
