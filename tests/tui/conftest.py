"""Every test of the app begins in Chinese, with no settings, drafts or home of the machine."""

from collections.abc import Iterator

import pytest

from drafter.tui.speech import speak


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("DRAFTER_STATE", str(home / "state"))
    monkeypatch.setenv("DRAFTER_CONFIG", str(home / "config"))
    speak("zh")
    yield
    speak("zh")
