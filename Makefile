# make demo  - set everything up, fill a demo portfolio, serve the desk
# make test  - set everything up, run every check and every test
# make setup - the part both share: .venv with the `shounuo` command
# make shots - retake the pictures of the README from the demo
# make check - the fast gates: format, lint, types, rooms
# make lock - compile requirements/*.in;  make messages - collect strings to translate
# make speech - try the optional speech extra with a tiny model made on the spot (.speech, about 1.5 GB)
# VENV=path uses an environment that exists already, as it is.
SHELL := /bin/bash
MAKEFLAGS += --no-print-directory
VENV ?= .venv
BIN := $(abspath $(VENV))/bin
export PATH := $(BIN):$(PATH)
export PYTHONPATH := $(CURDIR)/src

.DEFAULT_GOAL := help
.PHONY: help setup setup-test demo check test lock messages shots speech

help:
	@sed -n 's/^# \(make .*\)/\1/p' Makefile

setup:
	@scripts/setup base $(VENV)

setup-test:
	@scripts/setup test $(VENV)

demo: setup
	@SHOUNUO_MODE=demo exec shounuo demo

check: setup-test
	@scripts/check

test: setup-test
	@scripts/debian_packages
	@scripts/check
	@exec pytest -n 2 --dist worksteal

lock: setup
	@scripts/lock

messages: setup-test
	@python scripts/messages.py extract

shots: setup-test
	@scripts/debian_packages
	@python scripts/shots.py

speech:
	@exec scripts/speech
