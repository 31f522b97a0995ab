#!/usr/bin/env python3
"""conformance.py CASES OUT [--jar JAR]

Reads every CASES/inputs/**/*.tap with the command and writes its JSON to OUT at the same relative path, then runs
CASES/compare.py on CASES/expected and OUT. The exit status is that of compare.py: 0 without an undisputed difference.
The cases are other projects' test data and are not part of this one.
"""
import argparse
import glob
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def newest_jar():
    jars = glob.glob(os.path.join(HERE, "..", "target", "tap-parser-*-cli.jar"))
    if not jars:
        sys.exit("no command in target/; run: mvn -pl tap-parser package")
    return max(jars, key=os.path.getmtime)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases")
    parser.add_argument("out")
    parser.add_argument("--jar")
    arguments = parser.parse_args()
    inputs = sorted(glob.glob(os.path.join(arguments.cases, "inputs", "**", "*.tap"), recursive=True))
    if not inputs:
        sys.exit(f"no *.tap below {arguments.cases}/inputs")
    command = ["java", "-jar", arguments.jar or newest_jar(), "--format", "json", *inputs]
    run = subprocess.run(command, capture_output=True)
    answers = run.stdout.decode("utf-8").split("\n")[:-1]
    if run.returncode not in (0, 1) or len(answers) != len(inputs):
        sys.exit(f"the command failed with status {run.returncode}: {run.stderr.decode()}")
    for name, answer in zip(inputs, answers):
        relative = os.path.relpath(name, os.path.join(arguments.cases, "inputs"))
        target = os.path.join(arguments.out, relative[: -len(".tap")] + ".json")
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "w", encoding="utf-8") as file:
            file.write(answer + "\n")
    print(f"{len(inputs)} answers in {arguments.out}")
    sys.stdout.flush()
    compare = os.path.join(arguments.cases, "compare.py")
    expected = os.path.join(arguments.cases, "expected")
    sys.exit(subprocess.run([sys.executable, compare, expected, arguments.out]).returncode)


main()
