"""Archives as a test reads them: by warcio, which had no hand in writing them."""

from dataclasses import dataclass
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker


@dataclass(frozen=True, slots=True)
class Record:
    kind: str
    url: str | None
    headers: dict[str, str]
    status: str | None
    block: bytes


def read(path: Path) -> list[Record]:
    found = []
    with path.open("rb") as file:
        for record in ArchiveIterator(file, no_record_parse=False, check_digests="raise"):
            headers = dict(record.rec_headers.headers)
            status = record.http_headers.get_statuscode() if record.http_headers else None
            block = (
                record.content_stream().read() if record.rec_type == "response" else record.raw_stream.read()
            )
            found.append(Record(record.rec_type, headers.get("WARC-Target-URI"), headers, status, block))
    return found


def kinds(path: Path) -> list[str]:
    return [record.kind for record in read(path)]


def urls(path: Path, kind: str = "response") -> list[str | None]:
    return [record.url for record in read(path) if record.kind == kind]


def checked(path: Path) -> int:
    """The exit code of `warcio check`: 0 when the file is a WARC and all digests are right."""

    class Command:
        inputs = (str(path),)
        verbose = False

    checker = Checker(Command())
    checker.process_all()
    return int(checker.exit_value)


def only(archive: Path, kind: str = "response") -> Record:
    """The one record of a kind."""
    (record,) = [record for record in read(archive) if record.kind == kind]
    return record
