"""Prints a table of the cases, and compares the scenarios that fail with the list of those that may:
verdict.py ROWS NOT_PASSING [PART OF A CASE'S NAME]

A scenario may have calls of two crates: of OpenAPI 3.0, and of Swagger 2.0, whose extensions say what
is a list and what continues after its first response. It passes if all its calls of one crate do.
"""

import json
import sys
from collections import defaultdict
from pathlib import Path

rows = [json.loads(line) for line in Path(sys.argv[1]).read_text().splitlines()]
listed = {}
for line in Path(sys.argv[2]).read_text().splitlines():
    if line and not line.startswith("#"):
        scenario, reason = line.split(": ", 1)
        listed[scenario] = reason

# For each scenario, the calls that do not pass with each crate.
scenarios = defaultdict(lambda: defaultdict(list))
case_of = {}
for row in rows:
    case = row["case"].removeprefix("swagger: ")
    failures = scenarios[row["scenario"]][row["case"]]
    case_of.setdefault(row["scenario"], case)
    if row["result"] != "pass":
        failures.append(f"{row['call']}: {row['why']}")

failed = {name for name, crates in scenarios.items() if all(crates.values())}
cases = sorted(set(case_of.values()))
for case in cases:
    names = [name for name in scenarios if case_of[name] == case]
    passing = sum(name not in failed for name in names)
    print(f"{case:70} {passing:3} of {len(names):3}")

wrong = False
for name in sorted(failed - listed.keys()):
    wrong = True
    print(f"\n{name} does not pass:")
    for crate, failures in scenarios[name].items():
        print("".join(f"  {failure[:600]}\n" for failure in failures), end="")
for name in sorted(listed.keys() - failed):
    if name in scenarios or len(sys.argv) == 3:
        wrong = True
        print(f"\n{name} is in not-passing, but it passes, or there is no such scenario")
print(f"\n{len(scenarios) - len(failed)} passed, {len(failed)} failed")
sys.exit(wrong)
