"""Temporal expressions: find them, say what they mean, and how sure that is.

`find_dates` runs the finder (rows of patterns), the guards, the resolvers and the refiners in that order.
"""

from __future__ import annotations

from .tagger import find_dates

__all__ = ["find_dates"]
