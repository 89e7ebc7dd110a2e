"""First names that are one name in different languages or spellings."""
# ruff: noqa: E501 (lists of names)

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


_MALE = """
John James Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark
Donald Steven Paul Andrew Joshua Kenneth Kevin Brian George Edward Ronald Timothy Jason Jeffrey Jacob Gary
Nicholas Eric Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Frank Alexander Raymond Patrick
Jack Dennis Jerry Tyler Aaron Jose Henry Adam Douglas Nathan Peter Zachary Kyle Walter Harold Jeremy Ethan Carl
Keith Roger Gerald Arthur Terry Lawrence Sean Christian Albert Joe Barack Joseph Ivan Igor Oleg Sergei Dmitry
Vladimir Volodymyr Alexei Andrei Mikhail Nikolai Viktor Boris Yuri Pavel Petro Oleksandr Mykola Vasyl Taras
Anton Maxim Konstantin Hans Klaus Jürgen Wolfgang Karl Heinrich Friedrich Olaf Emmanuel François Jean Pierre
Jacques Michel Nicolas Louis Philippe Marcel Carlos Luis Juan Miguel Pedro Antonio Francisco Manuel Jorge
Alejandro Fernando Pablo Diego Marco Giovanni Giuseppe Mario Luigi Matteo Silvio Mohammed Muhammad Ahmed Ali
Hassan Hussein Omar Ibrahim Khalid Abdullah Mahmoud Mustafa Recep Ismail Bashar Benjamin Yitzhak Moshe Ehud
Narendra Imran Hiroshi Shinzo Jens Lars Erik Sven Olav Jan Piotr Andrzej Donald Mateusz Viktor László Petr Tomáš
Keir Rishi Boris Tony Gordon Nigel Justin Xi Kim
Abe Jeff Steve Mike Dave Chris Matt Greg Doug Phil Jim Bob Tom Tim Dan Ken Ron Ben Sam Alan Allan Bruce Craig
Dale Dean Derek Don Earl Ernest Eugene Evan Fred Geoffrey Gerard Glenn Graham Harry Howard Hugh Ian Jared
Jay Jeb Joel Josh Julian Kirk Lance Leo Leon Lloyd Luke Marc Marcus Martin Max Mitch Mitchell Nathaniel Neil
Newt Nick Norman Oliver Oscar Owen Perry Ralph Randy Ray Reince Rex Rick Rod Ross Roy Russell Ryan Seth
Simon Stanley Stuart Ted Theodore Todd Trevor Vincent Wayne Wesley Will Bernie Rand Mitt Rudy Corey Stefan
Stephan Markus Matthias Tobias Uwe Jörg Dieter Helmut Gerhard Horst Günter Thorsten Florian Sebastian Dirk
Ralf Björn Holger Bernd Emil Otto Lukas Felix Moritz Sigmar Frank-Walter Paulo Rafael Ricardo Roberto Sergio
Stefano Enrico Paolo Raúl Hugo Evo Nicolás Gustavo Javier Alberto Eduardo Enrique Ernesto Felipe Guillermo
Ivo Janusz Jarosław Krzysztof Lech Radosław Wojciech Zbigniew Milan Miloš Zoran Goran Dragan Vaclav Václav
Bohdan Dmytro Ihor Serhiy Andriy Vadym Vitaliy Ruslan Timur Ramzan Kirill Gennady Valery Vyacheslav Anatoly
Arkady Grigory Leonid Stanislav Yevgeny Abdul Abdel Hamid Hamad Faisal Salman Tariq Yasser Saad Samir Hosni
Ehsan Javad Ashraf Ravi Rajiv Rahul Sanjay Anil Vikram Manmohan Amit Arvind Kenji Takeshi Taro Fumio
Junichiro Wei Jian Hao
"""
_FEMALE = """
Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Betty Margaret Sandra Ashley
Kimberly Emily Donna Michelle Carol Amanda Dorothy Melissa Deborah Stephanie Rebecca Sharon Laura Cynthia Kathleen
Amy Angela Shirley Anna Brenda Pamela Emma Nicole Helen Samantha Katherine Christine Debra Rachel Carolyn Janet
Catherine Maria Heather Diane Ruth Julie Olivia Joyce Virginia Victoria Kelly Lauren Christina Joan Evelyn Judith
Megan Andrea Cheryl Hannah Jacqueline Martha Gloria Teresa Ann Sara Madison Frances Kathryn Janice Jean Abigail
Alice Julia Judy Sophia Grace Denise Amber Doris Marilyn Danielle Beverly Isabella Theresa Diana Natalie Brittany
Charlotte Marie Kayla Alexis Lori Ursula Angela Annalena Sanna Mette Kaja Marine Giorgia Christine Theresa Hillary
Condoleezza Kamala Olga Elena Natalia Svetlana Tatiana Irina Yulia Oksana Iryna Ekaterina Ludmila Galina Nina
Valentina Fatima Aisha Leila Ana Petra Ingrid Eva Katarina Zuzana Jacinda Indira Sonia Benazir Ellen Dilma Cristina
Jane Carly Ivanka Melania Tiffany Claire Anne Annie Beth Betsy Bonnie Carla Carrie Cathy Cecilia Cindy
Connie Crystal Dawn Debbie Deb Eileen Elaine Eleanor Erica Erin Esther Felicia Fiona Gail Gina Gretchen Gwen
Holly Huma Irene Jackie Jill Jenna Jenny Joanna Joanne Jodi Josephine Joy Juanita Kara Kate Kathy Katie
Katrina Kellyanne Kirsten Kristen Kristin Laurie Leah Lena Lily Loretta Lois Lorraine Lucia Lucy Lydia Lynn
Maggie Mara Marcia Marianne Marina Marta Maureen Meg Meredith Mia Michele Mildred Mira Miranda Molly Monica
Naomi Natasha Nikki Nora Norma Odile Orla Paige Patty Paula Peggy Penelope Phyllis Priscilla Rhonda Rita
Roberta Rosa Rose Rosemary Roxanne Ruby Sabrina Sally Sheila Shelley Sherry Silvia Stella Sue Susanne
Suzanne Sylvia Tamara Tammy Tara Tina Toni Tracey Trudy Valerie Vanessa Vera Veronica Vicki Wanda Wendy
Yolanda Yvonne Zoe Heike Sabine Silke Anja Katja Katrin Monika Renate Gisela Brigitte Claudia Franziska
Gesine Manuela Saskia Simone Sahra Ska Steffi Ulrike Ute Birgit Antje Heidi Jutta Karin Kerstin Lieselotte
Martina Stefanie Svenja Anastasia Daria Ksenia Larisa Lyudmila Margarita Nadezhda Olena Polina Sofia Tetiana
Valeria Veronika Viktoria Yelena Zinaida Maryna Lesia Beata Ewa Agnieszka Małgorzata Magdalena Alicja Zofia
Carmen Dolores Isabel Pilar Mercedes Ximena Luisa Gabriela Amina Khadija Mariam Noura Priya Sushma Nirmala
Mamata Sunita Yuki Yuriko Sanae Tsai Mei Ling
"""


@cache
def _genders() -> dict[str, str]:
    men, women = set(_MALE.split()), set(_FEMALE.split())
    return {**dict.fromkeys(sorted(men - women), "m"), **dict.fromkeys(sorted(women - men), "f")}


def given_name_gender(name: str) -> str:
    """ "m" or "f" by a common first name of a full name, "" when unknown."""
    words = name.split()
    return _genders().get(words[0], "") if len(words) > 1 else ""


@cache
def _classes() -> dict[str, frozenset[int]]:
    table: dict[str, set[int]] = {}
    for number, line in enumerate(_SAME.strip().splitlines()):
        for name in line.split():
            table.setdefault(skeleton(name), set()).add(number)
    return {sound: frozenset(numbers) for sound, numbers in table.items()}


def given_name_key(name: str) -> str:
    """One key for all forms of a first name, so that one more spelling changes no id."""
    sound = skeleton(name)
    numbers = _classes().get(sound)
    return f"{min(numbers)}" if numbers else sound


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
