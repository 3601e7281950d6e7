# Every target sets the environment up first, so each works on a fresh clone.
#
#   make lab     open the course in JupyterLab   (PORT=9000 OPEN=no for a server without a browser)
#   make test    run every test
#   make help    list the other targets

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
UV_VERSION := 0.13.9

PORT ?= 8888
OPEN ?= yes
LAB_ARGS ?=
DEMO ?= demo

# TensorFlow imports twice as fast from cached byte code, so never leave it uncached.
export PYTHONDONTWRITEBYTECODE :=
# Inside the environment nothing may leak in from the user's own site-packages.
export PYTHONNOUSERSITE := 1

.DEFAULT_GOAL := help
.PHONY: help setup lab test lint build demo lock pictures clean

help:  ## List the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 16

setup: $(INSTALLED)  ## Install the locked environment into .venv

$(INSTALLED): requirements.lock pyproject.toml tools/check_python.py
	$(PYTHON) tools/check_python.py
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	VIRTUAL_ENV=$(abspath $(VENV)) $(BIN)/uv pip install --require-hashes --compile-bytecode -r requirements.lock
	VIRTUAL_ENV=$(abspath $(VENV)) $(BIN)/uv pip install --no-deps --no-build-isolation -e .
	$(BIN)/python -m course.workspace kernel
	touch $@
