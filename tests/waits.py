"""Short waits for stories of many keys: Pilot sleeps 20 ms at least wherever it waits for an idle moment."""

import pytest


@pytest.fixture(autouse=True)
def short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textual._wait.SLEEP_GRANULARITY", 0.004)
