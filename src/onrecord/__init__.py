"""onrecord: from a pile of news pages, one checked record. The public names, nothing else."""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Case", "Config", "OnrecordError", "__version__", "build", "load_config", "open"]

if TYPE_CHECKING:
    from onrecord.case import Case, build
    from onrecord.case import open_case as open
    from onrecord.config import Config, load_config
    from onrecord.errors import OnrecordError

_HOMES = {
    "Case": ("onrecord.case", "Case"),
    "build": ("onrecord.case", "build"),
    "open": ("onrecord.case", "open_case"),
    "Config": ("onrecord.config", "Config"),
    "load_config": ("onrecord.config", "load_config"),
    "OnrecordError": ("onrecord.errors", "OnrecordError"),
}


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for, so that `import onrecord` costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415

    module, attribute = _HOMES[name]
    return getattr(import_module(module), attribute)
