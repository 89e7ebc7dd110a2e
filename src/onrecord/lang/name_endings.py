"""Endings of family and place names by the language they are at home in, in Latin letters.

Used on names that stand in two languages: an ending that is at home in one of them hints at where the
story comes from. General endings; none is decisive by itself.
"""

HOME_ENDINGS: dict[str, tuple[str, ...]] = {
    "en": tuple(
        "ton tons ham ley ford field worth wick wood son man ill all ell er ow es ers ard ick shire "
        "bury borough "
        "mouth bridge hill street lane row haven more ock urst leigh wright".split()
    ),
    "de": tuple(
        "mann stein berg berger burg bach hausen heim dorf tal furt feld haus meister ecke horn tz "
        "sen wald hof "
        "brunn feld ingen au".split()
    ),
    "ru": tuple(
        "ov ova ova ev eva in ina skii skaia skogo skoi ovoi evoi ich icha ovich evich sk ske nik yi ii iu "
        "ovo evo ino".split()
    ),
    "uk": tuple(
        "enko ko chuk uk iuk ak iak skii ska skogo skoi tskii ich icha ivna ivka ovka ivtsi iv ets "
        "ts nia".split()
    ),
}
