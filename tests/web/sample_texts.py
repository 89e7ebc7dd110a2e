"""The texts of the invented case: a wire report, its rewrite, a retelling, an undated page, and so on."""
# ruff: noqa: E501 - a paragraph of a page is one line

HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(2)">'

WIRE = """Kellan says Vesta is ready to wait for talks
Vestan President Ivo Kellan said on Friday that his country was ready to wait if Norland thought waiting was needed.
“If the Norland leadership believes it must wait, let it wait. We are prepared to wait,” Kellan told reporters in Osmark.
Two officials familiar with the talks told Meridian Wire that Vesta would accept a ceasefire only if the river line became the border.
Norland's foreign minister, Ada Brenn, rejected the offer. “Nobody draws our border for us,” she said, adding that officials in Osmark had told her “the plan is dead”."""

REWRITE = """Kellan signals openness to pause negotiations
Vestan President Ivo Kellan signalled on Friday that Osmark is willing to pause negotiations if Norland deems it necessary.
“If the Norland leadership believes it must wait, let it wait. We are prepared to wait,” Kellan remarked.
Norland's foreign minister, Ada Brenn, turned the offer down."""

RETOLD = """Vesta ready to freeze the war, foreign websites write
Vesta is ready for a ceasefire along the river line, the Harbour Post reports, citing Meridian Wire.
According to two sources close to the talks, Kellan wants the river line to become the border.
The presidential office did not comment."""

UNDATED = """What Norland wants
Norland will not talk before a full withdrawal, according to the government in Sund."""

# Half a surrogate pair, a NUL, a control that turns the line around.
EVIL = f"""{HOSTILE} speaks \u202e
“{HOSTILE}” said Ada Brenn. \ud800 \x00"""

NESTED = """Talks may resume in June, Meridian Wire writes
The Harbour Post reports that Meridian Wire, citing two former high-ranking Vestan officials close to the palace, writes that the talks will resume in June.
“We never left the table,” Kellan told reporters in Osmark on Monday. He did not say that the border was open to discussion.
If the council sits, Ada Brenn will warn it that the “truce” is a trap, her office said in a written statement on Tuesday.
Would anyone claim that the plan is fair? One of the officials, who asked not to be named, said by telephone that a date was set.
The palace declined to comment."""
