"""Column mappings as users give them, put into a configuration."""

from dataclasses import replace

from onrecord.config import Config
from onrecord.readers import check_map, parse_map


def with_columns(config: Config, given: str) -> Config:
    """`config` with the columns that "text=body,url=link" names, instead of those it had.

    Raises InputError for what is no mapping.
    """
    return replace(config, reader=replace(config.reader, columns=parse_map(given)))


def checked(config: Config) -> Config:
    """`config` itself. Raises InputError when it maps columns to something that a page does not say."""
    check_map(config.reader.columns)
    return config
