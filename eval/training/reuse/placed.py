"""Lines that pages place among an article's paragraphs: furniture, captions, posts, for training negatives.

Put into two reports, they are shared words without any reuse. Written for training, as general as such
lines are: no outlet, no person of any data set.
"""

# ruff: noqa: E501 (one line a line)

import hashlib
from collections.abc import Sequence

from eval.reuse_written import Report

LEAST = 25  # words of a paragraph that is taken over
LINES: dict[str, tuple[str, ...]] = {
    "en": (
        "Our journalism depends on readers like you. If you value what we do, consider a contribution of any size; it takes less than a minute and helps us to keep our reporting open to all.",
        "Editor's picks for the weekend: a walk along the old canal, three novels for a rainy afternoon, and the return of the quarter's last shoe mender, with photographs by our readers.",
        "This page is updated every hour. Figures are rounded and may differ from those given by other services. No liability is taken for decisions made on the basis of these data.",
        "The phone lines are open from eight in the morning until ten at night. Calls from a landline are free, mobile charges may differ, and all conversations are treated in confidence.",
        "Listen to the podcast in which our correspondents explain the news of the week in twenty minutes, every Friday, wherever you get your podcasts and on the station's own app.",
        "Letters for publication should be no longer than two hundred words and must carry a full name, an address and a daytime telephone number. We reserve the right to shorten them.",
        "A version of this page for slow connections is available. Pictures can be switched off in the settings; the archive goes back to the first number and is free for schools and libraries.",
        "Puzzles today: the crossword, two number squares and a quiz on rivers. Yesterday's solutions are printed on the page after next, and the winners of the month are named on Saturday.",
        "The next edition appears on Monday because of the holiday. Small advertisements can be handed in until noon on Friday at the counter or at any time by way of the form on this site.",
        "Wind from the west, fresh at times, with showers that die out towards evening. The outlook for the days that follow: brighter, later warm, with a risk of thunder on Thursday in the hills.",
        "A crowd gathers on the square in front of the old town hall during the first hours of the morning, while police officers stand by the fountain. Picture: L. Vard / Coast Press Images",
        "The building with its two towers, seen from the river, in a photograph from the archive that was taken before the renovation of the southern wing began in spring. Photo: Ida Holm",
        "Workers load crates at the goods station in an image handed out by the ministry. The picture could not be checked independently. Image: Ministry handout / Meridian Photo Service",
        "The chairwoman during the debate in the large chamber, with members of her party in the second row behind her and visitors in the gallery above. Photograph: T. Brandl, archive",
        "Thank you to everyone who stood in the rain with us tonight. We have waited for this day for years and we will be back tomorrow, and the day after, until somebody listens. (@standwithus_now) 9:41 PM",
        "So proud of this team and of this town. Nobody believed in us in spring, and look where we are. Enjoy the night, all of you, and please get home safely. 4:12 PM · 3.1K reposts · 12K likes",
    ),
    "de": (
        "Jeden Morgen um sechs das Wichtigste aus der Region auf einen Blick: Unser kostenloser Rundbrief bringt Sie in fünf Minuten auf den Stand des Tages, werktags und ohne Werbung.",
        "Alle Angaben ohne Gewähr. Die Kurse werden mit einer Verzögerung von fünfzehn Minuten angezeigt und stellen keine Aufforderung zum Kauf oder Verkauf von Wertpapieren dar.",
        "Die Empfehlungen der Redaktion: Wanderwege für heiße Tage, das beste Eis der Stadt im Test und ein Gespräch mit der ältesten Buchhändlerin des Landes über das Lesen.",
        "Der Platz vor dem alten Rathaus am frühen Morgen, im Hintergrund die beiden Türme der Stadtkirche, aufgenommen vor Beginn der Bauarbeiten im Frühjahr. Foto: Ina Vollmer / Archiv",
    ),
    "ru": (
        "Каждое утро мы собираем главное за сутки в одном письме: пять минут чтения, без рекламы и лишних слов. Письмо приходит к завтраку по рабочим дням, отказаться можно в любой момент.",
        "Выбор редакции: прогулки вдоль старого канала, три романа для дождливого вечера и рассказ о последнем сапожнике квартала с фотографиями наших читателей за прошлую неделю.",
        "Площадь перед старой ратушей ранним утром, на заднем плане обе башни собора, снимок сделан до начала ремонта весной этого года. Фото: Инна Волкова / архив",
    ),
    "uk": (
        "Щоранку ми збираємо головне за добу в одному листі: п'ять хвилин читання, без реклами й зайвих слів. Лист надходить до сніданку в робочі дні, відмовитися можна будь-коли.",
        "Вибір редакції: прогулянки вздовж старого каналу, три романи для дощового вечора та розповідь про останнього шевця кварталу зі світлинами наших читачів за минулий тиждень.",
        "Площа перед старою ратушею рано-вранці, на задньому плані обидві вежі собору, знімок зроблено до початку ремонту навесні цього року. Фото: Інна Волошко / архів",
    ),
}  # fmt: skip


def _coin(*parts: str) -> int:
    return int.from_bytes(hashlib.sha256("\0".join(parts).encode()).digest()[:4], "big")


def placed(report: Report, line: str, name: str) -> Report:
    """The report with a line among its paragraphs, at a place that its text decides."""
    parts = report.text.split("\n\n")
    at = 1 + _coin(report.text, line) % max(1, len(parts))
    text = "\n\n".join([*parts[:at], line, *parts[at:]])
    return replace_text(report, f"{report.id}+{name}", text)


def replace_text(report: Report, name: str, text: str) -> Report:
    """A report with another id and text."""
    return Report(name, report.base, report.title, report.outlet, report.date, report.language, text)


def with_line(left: Report, right: Report) -> tuple[Report, Report]:
    """Two reports of one language with the same line, or two of them, placed in both."""
    listed: Sequence[str] = LINES[left.language]
    first = _coin(left.id, right.id) % len(listed)
    chosen = [listed[first]]
    if _coin(right.id, left.id) % 4 == 0:
        chosen.append(listed[(first + 1) % len(listed)])
    pair = left, right
    for number, line in enumerate(chosen):
        pair = placed(pair[0], line, f"{first}.{number}"), placed(pair[1], line, f"{first}.{number}")
    return pair


def excerpted(source: Report, host: Report) -> Report:
    """A report of something else that holds one or two paragraphs of `source` word for word."""
    parts = [part for part in source.text.split("\n\n") if len(part.split()) >= LEAST]
    first = _coin(source.id, host.id) % max(1, len(parts))
    taken = parts[first : first + 1 + _coin(host.id, source.id) % 2]
    own = host.text.split("\n\n")
    at = 1 + _coin(source.text, host.text) % max(1, len(own))
    return replace_text(host, f"{host.id}<{source.id}", "\n\n".join([*own[:at], *taken, *own[at:]]))
