"""First names that are one name in different languages or spellings."""

from functools import cache

from rapidfuzz.distance import Levenshtein

from onrecord.text.translit import skeleton

_SAME = """
Vladimir Volodymyr Uladzimir Wladimir Wolodymyr Владимир Володимир Volodimir Waldemar
Alexander Aleksandr Oleksandr Aliaksandr Alexandr Aleksander Александр Олександр Alyaksandr Alex Sasha
Alexei Aleksei Alexey Aleksey Oleksiy Oleksii Алексей Олексій
Sergei Sergey Serhii Serhiy Sergii Siarhei Сергей Сергій
Dmitry Dmitri Dmitriy Dmytro Dzmitry Дмитрий Дмитро
Andrei Andrey Andriy Andrii Андрей Андрій Andrew Andreas Andrzej
Nikolai Nikolay Mykola Mikalai Николай Микола Nicholas Nick
Mikhail Mikhailo Mykhailo Mikhaylo Михаил Михайло Michael Mike
Yuri Yury Yuriy Yurii Iurii Juri Юрий Юрій
Evgeny Yevgeny Evgeniy Yevhen Yevgeniy Евгений Євген Eugene
Pavel Pavlo Paul Павел Павло
Petro Pyotr Petr Piotr Peter Пётр Петр Петро
Viktor Victor Виктор Віктор
Oleg Oleh Олег
Igor Ihor Игорь Ігор
Maxim Maksim Maksym Максим
Anton Antony Anthony Tony Антон
Maria Mariya Mary Marija Мария Марія
Elena Yelena Olena Helena Елена Олена
Olga Olha Ольга
Natalia Nataliya Natalya Наталья Наталія
Ekaterina Yekaterina Kateryna Catherine Екатерина Катерина
Anna Hanna Анна Ганна
Tatiana Tatyana Tetiana Tetyana Татьяна Тетяна
Svetlana Svitlana Sviatlana Светлана Світлана
Joe Joseph Josef Iosif
Bill William Will
Bob Robert Rob
Jim James Jimmy
Tom Thomas Tomas
Ben Benjamin Binyamin Benny
Ed Edward Eduard Edvard
Mohammed Muhammad Mohamed Mohammad Muhammed Mohamad Mehmet
Ahmed Ahmad Ahmet
Ali Aly
Hussein Hussain Husayn Hossein
Abdullah Abdallah Abdulla
Yousef Yusuf Youssef Joseph
Ibrahim Ebrahim Abraham
Ismail Esmail Ismael
Khaled Khalid
Omar Umar
Recep Rejep
Steve Steven Stephen Stefan
Dave David
Dan Daniel Danylo Daniil
Chris Christopher Christian
Matt Matthew Matteo
Jens Johannes
John Jon Ivan Jan Johann Ian
Jonathan Jon
Charles Karl Carl
Frederick Fred Friedrich Frederik
Frank Franz Francis
George Georg Georgy Heorhii Yuri
Kate Katherine Catherine
Liz Elizabeth Elisabeth
Sam Samuel
Ron Ronald
Don Donald
Tim Timothy
Greg Gregory Grigory Hryhoriy
Denis Denys Dennis
Kirill Kyrylo Cyril
Roman Raman
Vitaly Vitali Vitaliy Vitalii
Valery Valeriy Valerii
Vasily Vasyl Basil
Gennady Hennadii Gennadi
Konstantin Kostiantyn Constantine
Artem Artyom Artiom
Fyodor Fedor Theodore
Leonid Leonyd
Stanislav Stanislaw
Grigory Hryhorii
"""


@cache
def _classes() -> dict[str, frozenset[int]]:
    table: dict[str, set[int]] = {}
    for number, line in enumerate(_SAME.strip().splitlines()):
        for name in line.split():
            table.setdefault(skeleton(name), set()).add(number)
    return {sound: frozenset(numbers) for sound, numbers in table.items()}


def same_given_name(one: str, other: str) -> bool:
    """Whether two first names can be one person's: equal by sound, an initial, or listed as one name."""
    first, second = skeleton(one), skeleton(other)
    if first == second:
        return True
    if not first or not second:
        return False
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    classes = _classes()
    if classes.get(first, frozenset()) & classes.get(second, frozenset()):
        return True
    return min(len(first), len(second)) >= 5 and Levenshtein.distance(first, second, score_cutoff=1) <= 1
