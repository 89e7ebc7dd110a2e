"""The few exceptions that reach a user. Each message says what was wrong, where, and what to do."""


class OnrecordError(Exception):
    """Base of every error that onrecord raises on purpose."""


class InputError(OnrecordError):
    """A path, option or file given by the user cannot be used."""


class CaseError(OnrecordError):
    """A case file is missing, of another kind, or of a schema that this version cannot open."""


class NotFoundError(OnrecordError):
    """The case holds nothing under the id or name that was asked for."""


class PipelineError(OnrecordError):
    """Stages are ordered so that one lacks what it needs; raised when a pipeline is built."""


class EngineError(OnrecordError):
    """Where the work runs has failed, not the work: a worker process has died."""
