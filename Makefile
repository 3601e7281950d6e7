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
# Inside the environment nothing may leak in from the user's own site-packages, nor from
# another environment that is activated: IPython would add its packages to every kernel.
export PYTHONNOUSERSITE := 1
unexport VIRTUAL_ENV PYTHONPATH PYTHONHOME

.DEFAULT_GOAL := help
.PHONY: help setup lab self-study test test-slow lint build demo lock pictures bench-models bench-grading clean

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

define OPEN_LAB
	JUPYTER_CONFIG_PATH="$(CURDIR)/course/jupyter$${JUPYTER_CONFIG_PATH:+:$$JUPYTER_CONFIG_PATH}" \
	PATH="$(abspath $(BIN)):$$PATH" \
	$(BIN)/jupyter lab --port=$(PORT) \
	  $(if $(filter no,$(OPEN)),--no-browser) \
	  $(if $(filter 0,$(shell id -u)),--allow-root) $(LAB_ARGS)
endef

lab: setup  ## Open the course in JupyterLab, on START_HERE.ipynb
	$(BIN)/python -m course.workspace copies
	$(OPEN_LAB)

self-study: setup  ## The same with worked solutions and all tests, in work/self-study/
	$(BIN)/autograder build --self-study self-study
	$(BIN)/python -m course.workspace self-study
	$(OPEN_LAB) --LabApp.default_url=/lab/tree/work/self-study/pc1-define/define-cnn.ipynb

test: setup lint  ## Run every test (COURSE_DATA=FOLDER adds those on real data)
	$(BIN)/python -m pytest -n logical --maxprocesses=4 --dist loadfile

test-slow: setup  ## The whole answer bank through the examiner (ONLY="define-rnn")
	$(BIN)/python -m pytest -m slow -n logical --maxprocesses=4 --dist loadgroup \
	  $(if $(ONLY),-k "$(ONLY)")

lint: setup  ## Check the style of code and notebooks, and that release/ is up to date
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/autograder build --check

build: setup  ## Make release/ from source/
	$(BIN)/autograder build

demo: setup  ## A made-up class, from release to report, in the folder demo/
	$(BIN)/python -m tests.answers.demo $(DEMO)

lock: setup  ## Resolve the dependencies anew: requirements.lock and environment.yml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	  --no-annotate --no-header --all-extras --upgrade pyproject.toml -o requirements.lock
	$(BIN)/python tools/write_environment.py

pictures: setup  ## Take the screenshots of the README again (needs Chromium)
	rm -rf $(DEMO)
	$(MAKE) demo
	$(BIN)/python docs/take_pictures.py $(DEMO)

bench-models: setup  ## Measure the networks: make bench-models COURSE_DATA=FOLDER
	$(BIN)/python tools/bench_models.py

bench-grading: setup  ## Measure grading beside plain nbgrader (ARGS="--students 24 --rounds 3")
	$(BIN)/python -m tests.bench_grading $(ARGS)

clean:  ## Remove what the commands made, but not work/
	rm -rf $(VENV) demo .pytest_cache .ruff_cache .hypothesis
