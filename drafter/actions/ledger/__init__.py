"""The ledger (台账): what was promised last time, what became of it, and where it is followed up. And the ledger as a document."""

from drafter.actions.ledger.documents import FORMATS as FORMATS
from drafter.actions.ledger.documents import Format as Format
from drafter.actions.ledger.documents import document as document
from drafter.actions.ledger.rows import Concern as Concern
from drafter.actions.ledger.rows import Ledger as Ledger
from drafter.actions.ledger.rows import Row as Row
from drafter.actions.ledger.rows import ledger as ledger
from drafter.actions.ledger.rows import ledger_of as ledger_of
