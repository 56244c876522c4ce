"""The errors that Dateline raises on purpose.

    DatelineError
    |-- InputError (also a ValueError)   what was given cannot be used
    |-- AssetError                       shipped data is missing or damaged
    `-- ExportError                      an output cannot be written

Each message is one sentence for a person: which file, row or offset, what is wrong, and what
would be right. "Vague", "ambiguous" and "not found" are values, not errors.
"""

from __future__ import annotations


class DatelineError(Exception):
    """The root of every error that Dateline raises on purpose."""


class InputError(DatelineError, ValueError):
    """What was given cannot be used: which file, row or offset, what is wrong, what would be right."""


class AssetError(DatelineError):
    """Shipped data is missing or damaged; the message names the file and the remedy."""


class ExportError(DatelineError):
    """An output cannot be written; the message names the target and the reason."""
