"""Whether a sentence still gives a speaker's words behind "the ministry said"."""

import re
from functools import cache

from trucewatch.codebook.loading import load_toml
from trucewatch.resolve.spelling import FLAGS, one_of, whole

_QUOTES = frozenset('"“”«»')


def runs_on(before: str, behind: str) -> bool:
    """Whether what is told behind a speaker and his cue is still his.

    Shape:   `before` is what stands between the content and the speaker with his cue, the content's last
             sign included; `behind` what stands between them and the words asked for
    Source:  `codebook/running_on.toml`
    Example: ("0, ", ", bringing the toll to ") runs on; ("0, ", ", while rockets killed ") does not,
             nor does anything behind words in quotation marks
    """
    quoted = not _QUOTES.isdisjoint(before)
    return not (quoted or _turning().search(behind) or _relative().search(before))


@cache
def _turning() -> re.Pattern[str]:
    return whole(one_of(load_toml("running_on.toml")["turning"]["words"]))


@cache
def _relative() -> re.Pattern[str]:
    words = one_of(load_toml("running_on.toml")["turning"]["relative"])
    return re.compile(rf"(?<!\w){words}\s*$", FLAGS)
