"""The printers of this computer, and which of them is meant unless another is chosen."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

_TURNING = frozenset(
    {QPrinter.DuplexMode.DuplexLongSide, QPrinter.DuplexMode.DuplexShortSide, QPrinter.DuplexMode.DuplexAuto}
)


@dataclass(frozen=True)
class PrinterChoice:
    """A printer to choose: its name, whether it turns sheets to print on both sides, and how it is opened."""

    name: str
    turns: bool
    open: Callable[[], QPrinter]


type PrinterSource = Callable[[], list[PrinterChoice]]
"""Lists printers; the one that is meant by default is the first."""


def installed() -> list[PrinterChoice]:
    """Return the printers that the system knows, its default one first."""
    usual = QPrinterInfo.defaultPrinterName()
    names = sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != usual, name))
    return [_choice(name) for name in names]


def _choice(name: str) -> PrinterChoice:
    info = QPrinterInfo.printerInfo(name)
    turns = bool(_TURNING & set(info.supportedDuplexModes()))
    return PrinterChoice(name, turns, lambda: _open(name))


def _open(name: str) -> QPrinter:
    printer = QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.NativeFormat)
    return printer
