"""The chain of sources that each attribution came through, hop by hop.

`parties` tells who a source is, `frame` which outlets the article as a whole retells, `build`
puts both together. docs/stages/chains.md says how, and what it cannot do.
"""

from onrecord.stages.corpus.chains.build import build_chains

__all__ = ["build_chains"]
