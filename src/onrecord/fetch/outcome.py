"""What became of a URL: what was sent and what came back, or why it was refused."""

from dataclasses import dataclass


class RefusedError(Exception):
    """A URL cannot be had. `kind` is a short stable phrase, `message` tells of this very URL.

    `lasting` means that another run would hear the same: it is not asked again unless the user says so.
    """

    def __init__(self, kind: str, message: str, lasting: bool = False) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message
        self.lasting = lasting


class StoppedError(Exception):
    """The run was interrupted: what is under way is dropped."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer, byte for byte as they were on the wire (interim 1xx answers left out).

    `body_at` is the offset in `response` at which the header ends. `truncated` is "length" when the
    answer was cut off at the size limit, else None. `date` is when the request was sent, in UTC.
    """

    url: str
    address: str
    date: str
    request: bytes
    response: bytes
    status: int
    headers: tuple[tuple[str, str], ...]
    body_at: int
    truncated: str | None = None

    def header(self, name: str) -> str | None:
        """The first header of that (lower-case) name."""
        return next((value for key, value in self.headers if key == name), None)


@dataclass(frozen=True, slots=True)
class Earlier:
    """What the archive says of an answer it holds, to ask whether the page has changed since."""

    etag: str | None
    modified: str | None
    record: str
    date: str
    digest: str | None


@dataclass(frozen=True, slots=True)
class Visit:
    """All that was asked for one URL, redirects included, in order.

    `refusal` is None when the page came, or (`unchanged`) when the server said that the one
    held is still good.
    """

    seed: str
    exchanges: tuple[Exchange, ...]
    refusal: RefusedError | None = None
    unchanged: Earlier | None = None
