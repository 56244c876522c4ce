"""A place name -> its search key, so that spellings of one name meet.

The key has no accents, case, punctuation or leading article; "St." is "saint", "Mt" is "mount", "&" is
"and", "U.S." is "us". Only spelling is levelled here: what a name means is the gazetteer's business.
"""

from __future__ import annotations

import re
import unicodedata

LONGEST_NAME = 200
"""Code points. The longest official place name has 168 (the ceremonial name of Bangkok); longer input is no name."""

_LETTERS = str.maketrans(
    {
        "ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ħ": "h", "ŧ": "t",
        "ə": "a", "ɵ": "o", "ƙ": "k", "ɗ": "d", "ɓ": "b", "ŋ": "ng", "ĸ": "k",
        "&": " and ", "'": "", "’": "", "‘": "", "`": "", "´": "", "ʻ": "", "ʼ": "", "ʿ": "", "ʾ": "", "′": "",
        "\u200b": "", "\u200c": "", "\u200d": "", "\u200e": "", "\u200f": "", "\u00ad": "", "\ufeff": "",
    }
)  # fmt: skip
_INITIAL = re.compile(r"\b([a-z])\.(?=[a-z]\b)")
_WORD = re.compile(r"[^\W_]+")
_ANYWHERE = {"ste": "sainte", "mt": "mount", "mtn": "mountain", "mtns": "mountains", "intl": "international"}
_FIRST = {
    "ft": "fort", "pt": "port", "co": "county", "n": "north", "s": "south", "e": "east", "w": "west",
}  # fmt: skip
_LAST = {"twp": "township", "hts": "heights", "cnty": "county", "co": "county", "pk": "park", "spgs": "springs"}


def search_key(name: str) -> str:
    """The key under which the gazetteer files `name`; "" for what cannot be a name.

    Lower case words joined by one space. Empty for text without letters or digits and for more than
    `LONGEST_NAME` code points; the cost is linear in min(len(name), LONGEST_NAME).

    >>> search_key("St. John’s"), search_key("The Hague"), search_key("São Tomé & Príncipe"), search_key("U.S.")
    ('saint johns', 'hague', 'sao tome and principe', 'us')
    """
    if len(name) > LONGEST_NAME:
        return ""
    text = name.lower() if name.isascii() else _plain(name)
    if text.isalpha() and text.isascii():
        return _ANYWHERE.get(text, text)
    if not text.isalnum():
        text = text.translate(_LETTERS)
        if "." in text:
            text = _INITIAL.sub(r"\1", text)
    return " ".join(_level(_WORD.findall(text)))


def _plain(name: str) -> str:
    """`name` in lower case without accents; letters that have no decomposition are spelt out."""
    bare = "".join(ch for ch in unicodedata.normalize("NFKD", name) if not unicodedata.combining(ch))
    folded = unicodedata.normalize("NFKD", bare.casefold().translate(_LETTERS))
    return "".join(ch for ch in folded if not unicodedata.combining(ch))


def _level(words: list[str]) -> list[str]:
    """The words of a key: the leading article dropped, abbreviations written out."""
    if len(words) > 1:
        if words[0] == "the":
            del words[0]
        words[0] = _FIRST.get(words[0], words[0]) if len(words) > 1 else words[0]
        words[-1] = _LAST.get(words[-1], words[-1])
        # "St" at the end is a street ("Main St"), anywhere else a saint ("Bury St Edmunds").
        words[:-1] = ["saint" if word == "st" else word for word in words[:-1]]
    return [_ANYWHERE.get(word, word) for word in words]


_DIRECTIONS = "north south east west northern southern eastern western northeast northwest southeast southwest".split()
_LEADING = frozenset(
    [
        *_DIRECTIONS, "northeastern", "northwestern", "southeastern", "southwestern", "central", "greater", "downtown",
        "metro", "metropolitan", "inner", "outer", "upper", "lower", "mainland", "rural", "coastal", "suburban", "old",
    ]
)  # fmt: skip
_CLASSES = (
    "city town village township borough municipality county state province district region republic kingdom island isle"
    " commune department governorate prefecture parish territory territories"
).split()
_TRAILING = frozenset(
    [*_CLASSES, "area", "suburb", "metro", "oblast", "canton", "division", "emirate", "valley", "airspace"]
)


def bare_name(name: str) -> str:
    """What is left of a search key without a direction or the word for its class; "" when it has neither.

    >>> bare_name("northern venezuela"), bare_name("town of groton"), bare_name("hamilton township"), bare_name("paris")
    ('venezuela', 'groton', 'hamilton', '')
    """
    words = name.split()
    count = len(words)
    if len(words) > 2 and words[0] in _CLASSES and words[1] == "of":
        del words[:2]
    while len(words) > 1 and words[0] in _LEADING:
        del words[0]
    while len(words) > 1 and words[-1] in _TRAILING:
        del words[-1]
    return " ".join(words) if len(words) < count else ""
