"""Files and folders to pages: `find_sources` lists what is there, `read_source` reads one of them."""

from onrecord.readers.columns import check_map, parse_map
from onrecord.readers.files import Source, find_sources
from onrecord.readers.listing import Listing, address_key
from onrecord.readers.read import read_page, read_source

__all__ = [
    "Listing",
    "Source",
    "address_key",
    "check_map",
    "find_sources",
    "parse_map",
    "read_page",
    "read_source",
]
