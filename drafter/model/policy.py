"""What a workspace wants of its checks: how grave each rule is, which are off, and the words that rules go by."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from drafter.model.lexicon import NO_LEXICON, Lexicon
from drafter.model.problem import Severity

OFF: Literal["off"] = "off"


@dataclass(frozen=True)
class Policy:
    """``severities``: code → how grave it is here, or ``off``. Codes that are not in it are as grave as their rule says."""

    severities: Mapping[str, Severity | Literal["off"]] = field(default_factory=dict)
    lexicon: Lexicon = NO_LEXICON

    def severity(self, code: str, usual: Severity) -> Severity | None:
        """None where the rule is off."""
        said = self.severities.get(code, usual)
        return None if said == OFF else said
