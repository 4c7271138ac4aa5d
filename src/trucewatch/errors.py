"""Every error of trucewatch, as one tree.

TrucewatchError                 anything the program says in one line and exits on
|-- DocumentError               an input that can't be read as a report; the batch goes on
|-- CodebookError               a word list that breaks its own rules
|-- ReaderError                 weights missing, damaged or of another version
|-- SheetError                  a coding sheet that breaks SHEET rules
|-- LedgerError                 a ledger that can't be opened, written or trusted
|-- SituationError              a conflict or a day of which nothing can be told
|-- AccountError                an account, password or token that can't be given or changed
|-- QuestionError               an address that asks what can't be read
|-- ServerError                 a place where the workspace can't be opened
`-- OutputError                 a place that can't be written
"""


class TrucewatchError(Exception):
    """What went wrong, where, and what to do, in one line.

    `where` is the input or file concerned; `advice` an imperative sentence.
    """

    def __init__(self, what: str, *, where: str, advice: str) -> None:
        super().__init__(f"{where}: {what}; {advice}")
        self.what = what
        self.where = where
        self.advice = advice


class DocumentError(TrucewatchError):
    """An input that can't be read as a report."""


class CodebookError(TrucewatchError):
    """A codebook file that breaks its own rules."""


class ReaderError(TrucewatchError):
    """The reader's weights are missing, damaged or of another version."""


class SheetError(TrucewatchError):
    """A coding sheet that breaks the rules of coding sheets."""


class LedgerError(TrucewatchError):
    """A ledger that can't be opened, written or trusted."""


class SituationError(TrucewatchError):
    """A conflict that no report tells of, or a day of which nothing can be told."""


class AccountError(TrucewatchError):
    """An account, role, password or token that can't be given or changed."""


class OutputError(TrucewatchError):
    """A file or folder that can't be written."""


class QuestionError(TrucewatchError):
    """An address of the workspace that asks what can't be read."""


class ServerError(TrucewatchError):
    """A host or port where the workspace can't be opened."""
