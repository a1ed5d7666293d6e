"""Chromium without a screen, driven over a pipe by its DevTools protocol: no package beside the browser."""

import base64
import json
import os
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.kit.running import SECONDS


class Browser:
    """One browser with one page. Use it as a context; `open` a file, `run` expressions in it.

    `modules` lets a page load scripts that lie beside it, which browsers forbid for files.
    """

    def __init__(self, profile: Path, *, modules: bool = False) -> None:
        asked, self._ask = os.pipe()
        self._answered, answers = os.pipe()
        switches = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--lang=en",
            "--remote-debugging-pipe",
            f"--user-data-dir={profile}",
            *(["--allow-file-access-from-files"] if modules else []),
            "about:blank",
        ]
        # The browser reads what it is asked from descriptor 3 and answers on 4. Not `sh`: Debian's knows
        # only descriptors of one digit.
        script = f'exec chromium "$@" 3<&{asked} 4>&{answers}'
        self._process = subprocess.Popen(
            ["bash", "-c", script, "bash", *switches],
            pass_fds=(asked, answers),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(asked)
        os.close(answers)
        self._rest = b""
        self._number = 0
        self._session = ""
        self._events: list[dict[str, Any]] = []
        self.requests: list[str] = []
        self.complaints: list[str] = []

    def __enter__(self) -> "Browser":
        try:
            self._attach()
        except BaseException:
            # Nothing of it is left to the collector, which would complain of it in another test.
            self._process.kill()
            self._let_go()
            raise
        return self

    def _attach(self) -> None:
        pages = self.call("Target.getTargets")["targetInfos"]
        target = next(found["targetId"] for found in pages if found["type"] == "page")
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "DOM", "Network", "Log"):
            self.call(f"{domain}.enable")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._session = ""
        self._send("Browser.close", {})
        self._let_go()

    def _let_go(self) -> None:
        self._process.wait(timeout=SECONDS)
        os.close(self._ask)
        os.close(self._answered)

    def open(self, path: Path) -> None:
        """Open a file and wait until it is whole."""
        self._events.clear()
        self.call("Page.navigate", url=path.as_uri())
        self.wait("document.readyState === 'complete' && location.protocol === 'file:'")

    def run(self, expression: str) -> Any:
        """Return the value of an expression, awaited if it is a promise; a mistake in it is an error here."""
        answer = self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise AssertionError(answer["exceptionDetails"]["exception"].get("description"))
        return answer["result"].get("value")

    def wait(self, condition: str) -> None:
        """Wait until an expression is true."""
        ends = time.monotonic() + SECONDS
        while not self.run(condition):
            assert time.monotonic() < ends, f"never true: {condition}"
            self.run("new Promise((go) => setTimeout(go, 20))")

    def choose_file(self, selector: str, path: Path) -> None:
        """Choose a file in an input, as its dialog would."""
        root = self.call("DOM.getDocument")["root"]["nodeId"]
        node = self.call("DOM.querySelector", nodeId=root, selector=selector)["nodeId"]
        self.call("DOM.setFileInputFiles", nodeId=node, files=[str(path)])

    def type_line(self, text: str) -> None:
        """Type a text and Enter into whatever has the focus, as a scanner does."""
        self.call("Input.insertText", text=text)
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key="Enter", windowsVirtualKeyCode=13, text="\r")

    def show_as(self, width: int, height: int, *, dark: bool = False) -> None:
        """Give the page the size of a screen, and a light or dark scheme."""
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=True
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", features=[scheme])

    def picture(self) -> bytes:
        """Return the screen as PNG."""
        return base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"])

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Ask the browser for something and return its answer."""
        number = self._send(method, parameters)
        while True:
            message = self._receive()
            if message.get("id") == number:
                assert "error" not in message, message["error"]
                found: dict[str, Any] = message["result"]
                return found
            self._note(message)

    def _note(self, message: dict[str, Any]) -> None:
        """Keep what the page asked the network for, and what the browser complained of."""
        if message.get("method") == "Network.requestWillBeSent":
            self.requests.append(message["params"]["request"]["url"])
        if message.get("method") == "Log.entryAdded":
            self.complaints.append(message["params"]["entry"]["text"])
        if message.get("method") == "Runtime.exceptionThrown":
            self.complaints.append(str(message["params"]["exceptionDetails"]))

    def _send(self, method: str, parameters: dict[str, Any]) -> int:
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self._ask, data) :]
        return self._number

    def _receive(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            more = os.read(self._answered, 1 << 16)
            assert more, "the browser ended"
            self._rest += more
        line, _, self._rest = self._rest.partition(b"\0")
        found: dict[str, Any] = json.loads(line)
        return found
