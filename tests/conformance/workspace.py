#!/usr/bin/env python3
"""Writes the workspace of the crates and of the program that calls them: workspace.py HERE WORK."""

import sys
from pathlib import Path

WORKSPACE = """\
[workspace]
resolver = "3"
members = [
MEMBERS  "runner",
]

[profile.dev]
debug = 0
incremental = false
"""

RUNNER = """\
[package]
name = "runner"
version = "0.1.0"
edition = "2024"
publish = false

[dependencies]
async-trait = "0.1"
azure_core = "1.1"
base64 = "0.22"
futures = "0.3"
serde = { version = "1", features = ["derive"] }
serde_json = "1"
tokio = { version = "1", features = ["full"] }
"""


def write(path, text):
    """Does not touch a file that is right already, so that it is not built again."""
    if not path.exists() or path.read_text() != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def mirror(source, folder):
    files = {path.relative_to(source) for path in source.rglob("*") if path.is_file()}
    for file in files:
        write(folder / file, (source / file).read_text())
    for path in list(folder.rglob("*")):
        if path.is_file() and path.relative_to(folder) not in files:
            path.unlink()


here, work = map(Path, sys.argv[1:])
mirror(work / "generated", work / "crates")
mirror(here / "src", work / "runner/src")
crates = sorted(path.name for path in (work / "generated").iterdir())
members = "".join(f'  "crates/{name}",\n' for name in crates)
write(work / "Cargo.toml", WORKSPACE.replace("MEMBERS", members))
lines = [f'{name} = {{ path = "../crates/{name}" }}\n' for name in crates]
write(work / "runner/Cargo.toml", RUNNER + "".join(lines))
