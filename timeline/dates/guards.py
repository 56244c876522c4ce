"""Where a find stands: what a guard may look at before it agrees that words are a date."""

from __future__ import annotations

from dataclasses import dataclass

from .find import Find
from .numerals import Lexed
from .tense import Tenses


@dataclass(frozen=True, slots=True)
class Place:
    """A find in its text: what stands around it, and whether the text is a narrative of other times."""

    lexed: Lexed
    find: Find
    tenses: Tenses
    narrative: bool

    @property
    def before(self) -> str:
        """The word or mark before the find."""
        return self.lexed.words[self.find.first - 1] if self.find.first else ""

    @property
    def after(self) -> str:
        """The word or mark behind the find."""
        return self.lexed.words[self.find.last] if self.find.last < len(self.lexed.words) else ""

    @property
    def tag(self) -> str:
        """The part of speech of the find's last word."""
        return self.tenses.tag_at(self.lexed.starts[self.find.last - 1])

    @property
    def tag_before(self) -> str:
        """The part of speech of the word before."""
        return self.tenses.tag_at(self.lexed.starts[self.find.first - 1]) if self.find.first else ""

    @property
    def tag_after(self) -> str:
        """The part of speech of the word behind."""
        return self.tenses.tag_at(self.lexed.starts[self.find.last]) if self.after else ""

    @property
    def is_clause_end(self) -> bool:
        """Whether a mark or nothing follows."""
        return not self.after or not self.after[0].isalnum()
