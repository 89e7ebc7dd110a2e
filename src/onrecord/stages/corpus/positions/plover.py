"""From our acts to PLOVER, the political event ontology.

Event types as in the PLOVER codebook of the Open Event Data Alliance
(https://github.com/openeventdata/PLOVER, PLOVER_MANUAL and CAMEO2PLOVER-2021.txt). PLOVER counts
any stated willingness to cooperate as AGREE and has no type for doubt or denial: disapproval and
denial are nearest to ACCUSE and REJECT. Of the two names of one type (DEMAND in 2021, REQUEST in
the codebook behind POLECAT, Halterman et al. 2023, arXiv:2304.01331) the newer one is used.
"""

from onrecord.data import Act

PLOVER: dict[Act, str] = {
    Act.OFFER: "AGREE",
    Act.READINESS: "AGREE",
    Act.ACCEPT: "AGREE",
    Act.CONCEDE: "CONCEDE",
    Act.DEMAND: "REQUEST",
    Act.PRECONDITION: "REQUEST",
    Act.CALL_FOR: "REQUEST",
    Act.REJECT: "REJECT",
    Act.DENY: "REJECT",
    Act.THREATEN: "THREATEN",
    Act.ACCUSE: "ACCUSE",
    Act.DOUBT: "ACCUSE",
}
