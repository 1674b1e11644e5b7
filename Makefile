# Two commands for a fresh machine with Python 3.11 or later, git and make: `make demo` and `make test`.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
DEMO := demo
READY := $(VENV)/ready

.PHONY: demo test lint samples docs stories lock clean

$(READY): requirements-dev.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-dev.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# Three periods of the example as Word documents, and last year's reports in every form taken in and given back.
demo: $(READY)
	@rm -rf $(DEMO)
	$(BIN)/drafter demo $(DEMO)
	@set -e; for file in samples/*.docx samples/*.html samples/*.txt samples/*.md; do \
	  name=$$(basename "$$file"); echo "$$name"; \
	  $(BIN)/drafter import "$$file" --to "$(DEMO)/import/$$name" 2> "$(DEMO)/$$name.log" || { cat "$(DEMO)/$$name.log"; exit 1; }; \
	  $(BIN)/drafter render "$(DEMO)/import/$$name" -o "$(DEMO)/import/$$name.docx"; \
	done

test: $(READY)
	$(BIN)/pytest -n auto --cov --cov-report=term

lint: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

# The sample documents and the rendered example, after a change of what they are made from.
samples: $(READY)
	$(BIN)/python samples/make.py

# The references of every field, key and rule, after a change of the model, the app or the checks.
docs: $(READY)
	$(BIN)/python docs/fields.py
	$(BIN)/python docs/keys.py
	$(BIN)/python docs/rules.py

# What a clerk presses and sees, after a change of the app's looks; needs tmux. `make stories ONLY=3` for one of them.
stories: $(READY)
	$(BIN)/python docs/stories.py $(ONLY)

# After a change of dependencies in pyproject.toml; needs uv.
lock:
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -o requirements.lock
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -o requirements-dev.lock

clean:
	rm -rf $(VENV) $(DEMO) build dist
