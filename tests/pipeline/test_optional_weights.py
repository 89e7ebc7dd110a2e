"""What was analysed without the German weights is analysed again with them, and the other way round."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.errors import InputError
from onrecord.models.tagger.german import NETWORK, PACKAGE, GermanTagger
from onrecord.pipeline import fingerprint, stages_fingerprint


@pytest.fixture(autouse=True)
def afresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No package of weights is loaded, and none is left behind."""
    monkeypatch.delitem(sys.modules, PACKAGE, raising=False)
    fingerprint._german_weights.cache_clear()
    yield
    sys.modules.pop(PACKAGE, None)
    fingerprint._german_weights.cache_clear()


def test_fingerprint_tells_the_german_weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = [place for place in sys.path if not (Path(place) / PACKAGE).is_dir()]
    monkeypatch.setattr(sys, "path", plain)
    weights = tmp_path / PACKAGE / "weights"
    weights.mkdir(parents=True)
    (weights.parent / "__init__.py").write_text("", encoding="utf-8")
    found = []
    for data in (None, b"one", b"two"):
        if data is not None:
            (weights / NETWORK).write_bytes(data)
            monkeypatch.setattr(sys, "path", [str(tmp_path), *plain])
        fingerprint._german_weights.cache_clear()
        found.append(stages_fingerprint())
    assert len(set(found)) == 3


def test_broken_german_weights_say_where_they_are(tmp_path: Path) -> None:
    (tmp_path / NETWORK).write_bytes(b"cut off")
    with pytest.raises(InputError, match=r"cannot read this tagger \(install onrecord-german again\)"):
        GermanTagger(tmp_path)
