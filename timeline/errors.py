"""Dateline's errors, named here for users of `timeline`; the tree is drawn in geo/errors.py."""

from geo.errors import AssetError, DatelineError, ExportError, InputError

__all__ = ["AssetError", "DatelineError", "ExportError", "InputError"]
