"""English cues by lemma: class, and the words that tell whether something was said.

Which verbs there are follows what PolNeAR train marks and the reporting verbs of the Cambridge and Quirk
grammars; the class of each is a judgement made here.
"""

from functools import lru_cache

from onrecord.lang.cue_lexicon import CueLexicon, phrases, spread, words

_IRREGULAR = {
    form: lemma
    for lemma, forms in {
        "say": "said",
        "tell": "told",
        "write": "wrote written",
        "speak": "spoke spoken",
        "think": "thought",
        "know": "knew known",
        "feel": "felt",
        "hold": "held",
        "see": "saw seen",
        "make": "made",
        "let": "letting",
        "give": "gave given",
        "put": "putting",
        "swear": "swore sworn",
        "foresee": "foresaw foreseen",
        "forecast": "forecasted",
        "understand": "understood",
        "find": "found",
        "hear": "heard",
        "read": "read",
        "plead": "pled",
        "seek": "sought",
        "show": "shown",
        "begin": "began begun",
        "undertake": "undertook undertaken",
        "be": "is was were been are am being",
        "have": "has had having",
        "do": "does did done doing",
        "go": "went gone goes",
        "take": "took taken",
        "come": "came",
        "keep": "kept",
        "mean": "meant",
        "cast": "cast",
        "die": "dying",
        "lie": "lying",
        "bring": "brought",
        "stand": "stood",
        "leave": "left",
        "forbid": "forbade forbidden",
        "shout": "shouted",
        "bid": "bade",
        "fight": "fought",
        "draw": "drew drawn",
        "rule": "ruled",
    }.items()
    for form in forms.split()
}


@lru_cache(maxsize=20_000)
def lemmas(form: str) -> tuple[str, ...]:
    """What a form may be a form of, the form itself first."""
    found = [form]
    if form in _IRREGULAR:
        found.append(_IRREGULAR[form])
    if form.endswith("ies") or form.endswith("ied"):
        found.append(form[:-3] + "y")
    if form.endswith("es") or form.endswith("ed"):
        found.append(form[:-2])
    if form.endswith("s") and not form.endswith("ss"):
        found.append(form[:-1])
    if form.endswith("ed"):
        found.append(form[:-1])
        _undouble(form[:-2], found)
    if form.endswith("ing") and len(form) > 5:
        found.extend((form[:-3], form[:-3] + "e"))
        _undouble(form[:-3], found)
    return tuple(dict.fromkeys(found))


def _undouble(base: str, found: list[str]) -> None:
    if len(base) > 3 and base[-1] == base[-2]:
        found.append(base[:-1])


_VERBS = spread(
    {
        "say": "praise applaud hail laud commend welcome hear say tell add state note remark observe "
        "comment explain declare mention reiterate repeat recall remind write tweet post retweet respond "
        "reply answer stress emphasize emphasise underline underscore highlight clarify specify joke "
        "quip interject exclaim shout yell cry chant recount relate narrate elaborate conclude ask "
        "wonder inquire enquire muse opine sum summarize summarise signal indicate hint imply intimate "
        "suggest convey outline detail point reason testify email text affirm reaffirm speak talk "
        "discuss describe voice express call label brand dub term characterize characterise tout "
        "continue begin read thunder counter retort snap rail preach proclaim pronounce refer greet "
        "teach sing whisper mutter murmur scream bark chime rejoin address portray liken compare label "
        "pose put interrupt echo phrase message telegraph weigh allude recite dictate pray bless toast "
        "congratulate thank",
        "claim": "argue claim allege assert contend maintain insist purport boast brag posit profess "
        "pretend counterclaim",
        "admit": "confirm confide admit acknowledge concede confess recognize recognise grant own accept "
        "regret apologize apologise relent",
        "deny": "deny dispute refute rebut reject dismiss disavow repudiate refuse decline oppose disown "
        "contradict rebuff veto disagree object contest gainsay debunk discount downplay",
        "warn": "flag warn caution threaten alert fear worry foresee foretell prophesy augur",
        "believe": "predict forecast believe think feel assume suppose guess hope expect know consider "
        "imagine suspect understand realize realise prefer decide judge reckon see view wish desire "
        "anticipate perceive figure deem surmise speculate envision estimate calculate intend seek plan "
        "aim like love hate support back endorse favor favour defend appreciate conceive determine "
        "regard mean gauge sense wait dream trust seem appear look envisage project",
        "demand": "forbid forbidden forbade want demand propose recommend request require advise advocate "
        "plead beg urge implore "
        "encourage press order instruct exhort command petition appeal lobby invite plea beseech press "
        "push",
        "promise": "promise pledge vow guarantee undertake offer swear assure reassure commit agree "
        "volunteer ensure",
        "report": "find learn writes quote reportedly allegedly report announce reveal disclose show "
        "cite publish demonstrate prove document relay inform notify attest reference certify broadcast "
        "carry leak unveil brief illustrate record list run circulate release establish uncover",
        "accuse": "accuse complain lament protest blame criticize criticise condemn denounce slam blast "
        "attack mock assail rebuke ridicule bemoan deride lambast lambaste castigate scold chastise "
        "decry berate charge fault chide skewer rip bash insult taunt jeer heckle sue indict reproach "
        "reprimand censure impugn slate savage",
        "doubt": "doubt question distrust mistrust",
    }
)
_NOUNS = spread(
    {
        "say": "statement remark comment announcement suggestion question speech argument message "
        "explanation description account reminder declaration word opinion stance position idea "
        "conclusion answer reply response quote quotation line interview testimony letter tweet post note",
        "claim": "claim assertion allegation contention insistence",
        "admit": "admission acknowledgment acknowledgement concession confession",
        "deny": "denial rejection refusal dismissal opposition",
        "warn": "warning prediction forecast fear worry concern threat",
        "believe": "belief view hope expectation assumption suspicion conviction desire endorsement "
        "praise confidence feeling thought assessment estimate support supporter plan decision",
        "demand": "demand call request proposal appeal plea recommendation order advice",
        "promise": "promise pledge vow assurance guarantee commitment offer",
        "report": "report news revelation confirmation rumor rumour finding data figure survey poll study",
        "accuse": "accusation criticism complaint condemnation attack charge",
        "doubt": "doubt skepticism scepticism",
    }
)
_PHRASES = phrases(
    {
        "say": (
            "according to",
            "make it clear",
            "make clear",
            "make it plain",
            "make plain",
            "let it be known",
            "make it known",
            "make known",
            "go on record",
            "put it",
            "point out",
            "point to",
            "in the word of",
            "refer to",
            "speak of",
            "agree with",
            "take issue",
            "go on to say",
        ),
        "claim": ("lay claim",),
        "admit": ("plead guilty", "come clean", "own up", "admit to", "agree that"),
        "deny": (
            "plead not guilty",
            "rule out",
            "push back",
            "hit back",
            "turn down",
            "shrug off",
            "pour cold water",
            "deny have say",
            "argue against",
            "brush off",
            "brush aside",
            "wave away",
            "play down",
            "speak out against",
        ),
        "warn": ("sound the alarm", "raise alarm", "threaten to", "raise the alarm", "speak of a danger"),
        "believe": (
            "is open to",
            "be open to",
            "be ready to",
            "be prepared to",
            "be willing to",
            "be confident",
            "be convinced",
            "be sure",
            "be certain",
            "be afraid",
            "be hopeful",
            "be optimistic",
            "be aware",
            "look forward to",
            "make of",
            "point of view",
            "in the view",
            "in the opinion",
            "in the eye",
            "call into mind",
            "would like",
        ),
        "demand": (
            "call for",
            "call on",
            "call upon",
            "ask for",
            "ask to",
            "push for",
            "press for",
            "plead for",
            "plead with",
            "insist on",
            "argue for",
            "speak out for",
            "appeal to",
            "appeal for",
        ),
        "promise": ("give assurance", "give his word", "give her word", "give their word"),
        "report": (
            "bring to light",
            "on the authority of",
            "with reference to",
            "per",
            "from",
            "make public",
            "by reference to",
            "be known as",
        ),
        "accuse": (
            "point the finger",
            "point a finger",
            "hit out",
            "lash out",
            "speak out",
            "take aim",
            "take to task",
            "find fault",
            "be critical of",
            "complain of",
            "tear into",
            "rail against",
        ),
        "doubt": (
            "cast doubt",
            "call into question",
            "call in question",
            "raise doubt",
            "be not sure",
            "be not convinced",
            "be unsure",
            "be unconvinced",
            "be skeptical",
            "be sceptical",
            "be doubtful",
            "raise question",
            "express doubt",
            "voice doubt",
        ),
    }
)

ENGLISH_CUES = CueLexicon(
    lemmas=lemmas,
    verbs=_VERBS,
    nouns=_NOUNS,
    phrases=_PHRASES,
    raising=words(
        "expect want seem appear continue begin go schedule set plan intend use take come like hope try "
        "decide choose mean have be do make issue release publish send find decline refuse fail wish "
        "seek quote put read look"
    ),
    negations=words("not never neither nor without cannot nowhere hardly scarcely no nothing"),
    not_negations=words("only just merely simply surprisingly"),
    nobody=words("nobody none neither no-one no"),
    pronouns=words("he she they it we i"),
    withheld=words("refuse decline fail avoid refrain stop hesitate neglect omit"),
    yet=frozenset({("yet", "to")}),
    nothing=frozenset(("nothing", word) for word in "about of more else on".split()),
    denying=words("deny dispute reject disavow"),
    future=words("will shall wo ’ll 'll"),
    modal=words("would could might may should must ought"),
    expected=words(
        "expect due set schedule slate poise plan intend about likely prepare ready going promise vow pledge"
    ),
    wanted=words(
        "want wish urge ask tell order force press pressure refuse hope need ought beg advise encourage "
        "instruct willing reluctant unwilling invite require supposed allow permit authorize ready"
    ),
    like=words("like prefer love rather hate"),
    irreal=words("if unless should lest suppose supposing"),
    open_question=words("whether"),
    asking=words("ask wonder inquire enquire question"),
    asked=words("whether if who whom whose what when where why how which about"),
    inverted=words(
        "did does do has have had is are was were will would can could should may might didn't didn’t "
        "hasn't hasn’t doesn't doesn’t haven't haven’t won't won’t wouldn't wouldn’t isn't isn’t"
    ),
    to=words("to"),
    told_to=words("ask"),
    to_be=words("is are was were be am"),
    turned=words("had should were"),
    doubly={"rule": "believe", "hide": "admit", "doubt": "believe", "conceal": "admit"},
    opened={
        "to": {
            "want": "believe",
            "say": "report",
            "ask": "demand",
            "tell": "demand",
            "agree": "promise",
            "call": "demand",
            "claim": "claim",
            "decline": "deny",
            "write": "demand",
        },
        "for": {"ask": "demand", "call": "demand", "argue": "demand"},
    },
    carriers=words(
        "agency newspaper paper daily weekly magazine radio television tv station channel broadcaster "
        "portal site website outlet outlets media press report study survey poll memo document documents "
        "papers filing data records transcript bulletin journal network reports newspapers agencies"
    ),
    persons=words(
        "host reporter editor correspondent spokesman spokeswoman spokesperson chief director owner "
        "journalist anchor presenter founder commentator analyst columnist executive official source "
        "sources"
    ),
    links=words("of for in by with from who which that at on to about obtained seen"),
)
