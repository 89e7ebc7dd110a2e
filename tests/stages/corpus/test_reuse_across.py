"""Between languages: a translation, a retelling, and two reports of one event."""

# ruff: noqa: E501 (one paragraph a line)

from onrecord.data import Independent, PassageKind, Reuse, ReuseKind
from tests.stages.corpus.sides import related, side

ENGLISH = """A landslide buried the mountain road between Torvik and Almar on Sunday night and cut 340 people off from the valley.

Nobody was injured, the police chief of Torvik, Greta Molander, told reporters. A bus with 22 pupils had passed the place nine minutes earlier.

Some 18,000 cubic metres of rock came down after three days of rain. Geologist Anton Reuss said the slope was still moving by two centimetres an hour.

"We are listening to the mountain, and the mountain is still talking," Molander said.

A helicopter will bring food and medicine to Almar from Tuesday. The road will stay closed for at least six weeks.

In 2009 a landslide at the same spot destroyed the chapel of Saint Brede."""
GERMAN = """Ein Erdrutsch hat in der Nacht zum Montag die Bergstraße zwischen Torvik und Almar verschüttet und 340 Menschen vom Tal abgeschnitten.

Verletzt wurde niemand, sagte die Polizeichefin von Torvik, Greta Molander, vor Journalisten. Ein Bus mit 22 Schülern hatte die Stelle neun Minuten zuvor passiert.

Rund 18.000 Kubikmeter Gestein gingen nach drei Tagen Regen nieder. Der Hang bewege sich noch immer um zwei Zentimeter in der Stunde, sagte der Geologe Anton Reuss.

„Wir hören dem Berg zu, und der Berg redet noch“, sagte Molander.

Ein Hubschrauber wird Almar von Dienstag an mit Lebensmitteln und Medikamenten versorgen. Die Straße bleibt mindestens sechs Wochen gesperrt."""
RUSSIAN = """Оползень в ночь на понедельник засыпал горную дорогу между Торвиком и Альмаром и отрезал от долины 340 человек.

Никто не пострадал, сообщила журналистам начальник полиции Торвика Грета Моландер. Автобус с 22 школьниками проехал это место девятью минутами раньше.

После трёх дней дождя вниз сошло около 18 000 кубометров породы. По словам геолога Антона Ройсса, склон всё ещё движется со скоростью два сантиметра в час.

«Мы слушаем гору, и гора пока говорит», — сказала Моландер.

Со вторника вертолёт будет доставлять в Альмар продукты и лекарства. Дорога останется закрытой не менее шести недель."""
OWN = """Almar ist seit der Nacht eine Insel. Bäckermeister Jost Feer hat am Morgen 400 Brötchen gebacken und verschenkt, weil der Lieferwagen nach Torvik nicht mehr durchkommt.

„Das Mehl reicht bis Donnerstag, dann wird geteilt“, sagte Feer unserer Zeitung. Im Gasthof zur Linde sitzen 31 Touristen aus Holland fest und spielen Karten.

Der Gemeinderat tagt seit sieben Uhr in der Turnhalle. Ratsherr Emil Stoss fordert seit Jahren einen Tunnel, der 60 Millionen Kronen kosten würde.

Am Nachmittag soll ein Hubschrauber der Luftwaffe kommen. Die Schule bleibt geschlossen, worüber sich nicht alle beklagen."""


def told(one: str, language: str, other: str, second: str) -> Reuse | Independent | None:
    return related(side("one", one, language=language), side("other", other, language=second))


def test_translations_are_found_and_aligned() -> None:
    for text, language in ((GERMAN, "de"), (RUSSIAN, "ru")):
        found = told(ENGLISH, "en", text, language)
        assert isinstance(found, Reuse)
        assert found.kind is ReuseKind.TRANSLATION
        beside = [p for p in found.passages if p.kind is PassageKind.REWORDED and p.earlier and p.later]
        assert len(beside) >= 6
        both = [f"{p.earlier.text} {p.later.text}" for p in beside if p.earlier and p.later]
        assert any("22 pupils" in text and "22 " in text.replace("22 pupils", "") for text in both)
        assert language in found.kind_reasons[0].text
        (longest,) = found.kind_reasons[0].spans
        assert longest.text in (ENGLISH, text)[found.later == side("other", text).id]
        assert f"the longest “{longest.text[:40]}" in found.kind_reasons[0].text


def test_own_reports_in_two_languages_are_no_reuse() -> None:
    assert not isinstance(told(ENGLISH, "en", OWN, "de"), Reuse)


def test_hostile_texts_across_languages() -> None:
    for text in ("", "\x00\ud800", "7 " * 20_000, "Straße. " * 10_000):
        told(ENGLISH, "en", text, "de")
