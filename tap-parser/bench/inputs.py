#!/usr/bin/env python3
"""inputs.py FOLDER

Makes the five inputs of the comparison, the same on every machine. They declare TAP 13, which every peer reads:

  points   1,000,000 flat points, 59 MB
  yaml     200,000 points, each with a YAML diagnostic, 50 MB
  nested   400 subtests, each with 49 more inside one another, 16 MB
  noise    100 points in 100 MB of log lines, many of which resemble TAP
  line     one point whose line has 50 MB
"""
import os
import random
import sys

MEGABYTE = 1_000_000


def points(out):
    count = 1_000_000
    out.write(f"TAP version 13\n1..{count}\n")
    for number in range(1, count + 1):
        status = "not ok" if number % 1000 == 0 else "ok"
        out.write(f"{status} {number} - case {number:07d} of the flat list of points is ok.\n")


def yaml(out):
    count = 200_000
    out.write(f"TAP version 13\n1..{count}\n")
    for number in range(1, count + 1):
        out.write(
            f"not ok {number} - connection {number:06d} is up # TODO\n"
            "  ---\n"
            f"  message: 'expected {number}, was {number + 1}'\n"
            "  severity: fail\n"
            f"  duration_ms: {number % 977}.25\n"
            "  found:\n"
            f"    - id: {number}\n"
            "      state: closed\n"
            "  wanted: {id: 1, state: open}\n"
            f"  at: {{file: src/client.c, line: {number % 4999}}}\n"
            "  ...\n"
        )


def nested(out):
    subtests, levels = 400, 50
    out.write(f"TAP version 13\n1..{subtests}\n")
    for number in range(1, subtests + 1):
        for level in range(levels):
            indent = "    " * level
            if level > 0:
                out.write(f"{indent}1..3\n{indent}ok 1 - a point that stands before the next subtest, which is one of level {level}\n")
            out.write(f"{indent}# Subtest: the subtest at level {level + 1} of number {number}, which holds all those below\n")
        indent = "    " * levels
        out.write(f"{indent}1..1\n{indent}ok 1 - the innermost point\n")
        for level in reversed(range(levels)):
            indent = "    " * level
            place = number if level == 0 else 2
            out.write(f"{indent}ok {place} - the subtest at level {level + 1} of number {number}, which holds all those below\n")
            if level > 0:
                out.write(f"{indent}ok 3 - a point that stands after the last subtest, which is one of level {level}\n")


def noise(out):
    source = random.Random(14)
    words = ["okay", "ok1", "notok", "not", "ok", "nok", "# note", "1..x", "Bail", "bail out", "TAP", "packet", "stream",
             "0x1f", "[debug]", "{", "}", "---", "...", "pragma", "frame=12", "späť", "日本", "\x1b[32mINFO\x1b[0m"]
    out.write("TAP version 13\n1..100\n")
    written = 0
    point = 0
    while written < 100 * MEGABYTE:
        if written >= point * MEGABYTE:
            point += 1
            if point <= 100:
                out.write(f"ok {point} - the point after {point - 1} MB\n")
        line = " ".join(source.choices(words, k=source.randint(3, 24)))
        if line.startswith(("ok ", "not ok ", "---", "...")):
            # Neither a point nor YAML, and nothing is indented: two of the peers give up at such noise.
            line = "> " + line
        # The same line several times, so that making the input does not take longer than reading it.
        block = (line + "\n") * 8
        out.write(block)
        written += len(block.encode())


def line(out):
    out.write("TAP version 13\n1..1\nok 1 - ")
    for _ in range(50):
        out.write("x" * MEGABYTE)
    out.write("\n")


ALL = {"points": points, "yaml": yaml, "nested": nested, "noise": noise, "line": line}


def make(folder):
    os.makedirs(folder, exist_ok=True)
    paths = {}
    for name, writer in ALL.items():
        paths[name] = os.path.join(folder, name + ".tap")
        if not os.path.exists(paths[name]):
            with open(paths[name], "w", encoding="utf-8") as out:
                writer(out)
    return paths


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    for name, path in make(sys.argv[1]).items():
        print(f"{name:8} {os.path.getsize(path) / MEGABYTE:7.1f} MB  {path}")
