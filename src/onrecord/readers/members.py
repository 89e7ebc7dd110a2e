"""Members of archives: their names as parts of places."""

MAX_NAME = 500


def member_place(place: str, name: str) -> str:
    """Where a member is: "/" between parts, no "..", no empty part, writable as UTF-8, of bounded length."""
    name = (
        name[:MAX_NAME]
        .encode("utf-8", "replace")
        .decode("utf-8")
        .replace("\\", "/")
        .replace("\x00", "\ufffd")
    )
    parts = [part for part in name.split("/") if part not in ("", ".", "..")]
    return f"{place}/{'/'.join(parts) or 'nameless'}"
