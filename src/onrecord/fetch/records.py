"""A visit as WARC/1.1 records, one gzip member each (ISO 28500:2017, Annex D)."""

import gzip
import hashlib
import io
from collections.abc import Sequence

from fastwarc.warc import WarcRecord, WarcRecordType

from onrecord import __version__
from onrecord.fetch.outcome import Visit

CONFORMS_TO = "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"
_UNCHANGED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
_HTTP_REQUEST = "application/http; msgtype=request"
_HTTP_RESPONSE = "application/http; msgtype=response"
FIELDS = "application/warc-fields"
OUTCOME = "onrecord-outcome"

_Headers = Sequence[tuple[str, str]]


def info_record(date: str, agent: str, contact: str) -> tuple[bytes, str]:
    """The record that says who wrote those after it, and its id."""
    fields = [
        ("software", f"onrecord/{__version__}"),
        ("format", "WARC File Format 1.1"),
        ("conformsTo", CONFORMS_TO),
        ("robots", "obeyed (RFC 9309)"),
        ("http-header-user-agent", agent),
        *([("operator", contact)] if contact else []),
    ]
    headers = [("WARC-Date", date), ("Content-Type", FIELDS)]
    return _record(WarcRecordType.warcinfo, headers, fields_of(fields))


def visit_records(visit: Visit, date: str, info: str) -> bytes:
    """All records of a visit: request and response of each hop, and what came of it."""
    written = []
    last = ""
    for exchange in visit.exchanges:
        revisit = visit.unchanged if exchange is visit.exchanges[-1] else None
        common = [
            ("WARC-Target-URI", exchange.url),
            ("WARC-Date", exchange.date),
            ("WARC-Warcinfo-ID", info),
            ("WARC-IP-Address", exchange.address),
        ]
        if revisit:
            told = [
                ("WARC-Profile", _UNCHANGED),
                ("WARC-Refers-To", revisit.record),
                ("WARC-Refers-To-Target-URI", exchange.url),
                ("WARC-Refers-To-Date", revisit.date),
                *([("WARC-Payload-Digest", revisit.digest)] if revisit.digest else []),
            ]
            kind, digest = WarcRecordType.revisit, None
        else:
            told = [("WARC-Truncated", exchange.truncated)] if exchange.truncated else []
            kind, digest = WarcRecordType.response, _sha1(exchange.response[exchange.body_at :])
        headers = [*common, ("Content-Type", _HTTP_RESPONSE), *told]
        response, last = _record(kind, headers, exchange.response, digest)
        headers = [*common, ("Content-Type", _HTTP_REQUEST), ("WARC-Concurrent-To", last)]
        request, _ = _record(WarcRecordType.request, headers, exchange.request)
        written += [response, request]
    headers = [
        ("WARC-Target-URI", visit.seed),
        ("WARC-Date", date),
        ("WARC-Warcinfo-ID", info),
        ("Content-Type", FIELDS),
        *([("WARC-Concurrent-To", last)] if last else []),
    ]
    outcome, _ = _record(WarcRecordType.metadata, headers, fields_of(_outcome(visit)))
    return b"".join([*written, outcome])


def _outcome(visit: Visit) -> _Headers:
    if visit.refusal is None:
        told = [(OUTCOME, "unchanged" if visit.unchanged else "fetched")]
    else:
        told = [
            (OUTCOME, "refused"),
            ("kind", visit.refusal.kind),
            ("lasting", "yes" if visit.refusal.lasting else "no"),
            ("message", visit.refusal.message),
        ]
    via = [("via", exchange.url) for exchange in visit.exchanges if exchange.url != visit.seed]
    return told + via


def fields_of(fields: _Headers) -> bytes:
    """warc-fields: one `name: value` a line. A value is kept on its line whatever it holds."""
    lines = (f"{name}: {' '.join(value.split())}\r\n" for name, value in fields)
    return "".join(lines).encode("utf-8", "backslashreplace")


def _sha1(data: bytes) -> bytes:
    # What the readers of WARC files check; a label, not a protection.
    return hashlib.sha1(data, usedforsecurity=False).digest()


def _record(
    kind: WarcRecordType, headers: _Headers, content: bytes, payload: bytes | None = None
) -> tuple[bytes, str]:
    """One record as a gzip member, and its id."""
    record = WarcRecord()
    record.init_headers(kind)
    for name, value in headers:
        record.headers[name] = value
    record.set_bytes_content(content)
    out = io.BytesIO()
    record.write(out, checksum_data=True, payload_digest=payload)
    return gzip.compress(out.getvalue(), mtime=0), str(record.headers["WARC-Record-ID"])
