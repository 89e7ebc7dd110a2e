"""Labels of credits: well formed, halves fixed, and on the names they say where the gold is there."""

import pytest

from eval.credit_forms import made_reports
from eval.credit_labels import fold_name, is_agency, load_labels
from eval.gold import gold_folder, load
from eval.questions.credits import article_of


def test_labels_are_whole() -> None:
    labelled = load_labels()
    assert len({article.id for article in labelled}) == len(labelled) == 187
    assert {article.half for article in labelled} == {"tune", "held"}
    for article in labelled:
        for label in article.credits:
            assert 0 <= label.start < label.end
            assert label.kind in ("agency", "outlet")


def test_made_reports_carry_their_names() -> None:
    made = made_reports()
    assert len({one.id for one in made}) == len(made)
    assert {one.half for one in made} == {"tune", "held"}
    for one in made:
        assert "[[" not in one.text
        assert "|" not in one.text or "| Updated" in one.text
        for label in one.credits:
            assert one.text[label.start : label.end] == label.name
    assert any(not one.credits for one in made)


def test_names_are_compared_in_one_form() -> None:
    assert fold_name("The Associated Press") == fold_name("AP")
    assert fold_name("Agence France-Presse") == fold_name("AFP")
    assert fold_name("Tasman Wire") != fold_name("Tasman Times")
    assert is_agency("Medill News Service")
    assert not is_agency("The Marrow Post")


def test_an_article_is_its_lines() -> None:
    article = article_of("A title.\n\nFirst.\n \nSecond.")
    assert article.text == "A title.\nFirst.\nSecond."
    assert article.title == "A title."
    assert article_of("").text == ""


def test_labels_stand_on_the_names() -> None:
    folder = gold_folder(None) / "attribution" / "polnear"
    texts = {
        record["id"]: record["text"]
        for part in ("train", "dev")
        for record in load(folder / f"{part}.jsonl") or []
    }
    if not texts:
        pytest.skip("no gold")
    for article in load_labels():
        for label in article.credits:
            words = texts[article.id][label.start : label.end]
            folded, name = fold_name(words), fold_name(label.name)
            assert folded == name or name in folded or folded.startswith(name), (article.id, words)
