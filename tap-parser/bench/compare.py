#!/usr/bin/env python3
"""compare.py [--runs N] [--peer-runs N] [--only NAME;...] [--input NAME,...] [--folder FOLDER]

Reads five generated inputs with this parser, node's tap-parser 18.3.4, perl's TAP::Parser and tap4j 4.4.2, and prints
for each what the whole process takes, its start included: the wall time as minimum, median and maximum of the runs,
the least CPU time (other load can only add to it) and the most memory. The programs take turns.

The peers are installed with npm and Maven into the folder (a temporary one by default); perl is the system's. Programs
that are missing are left out and named. Our command runs with -Xmx64m.
"""
import argparse
import glob
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import inputs

HERE = os.path.dirname(os.path.abspath(__file__))
PEERS = os.path.join(HERE, "peers")
TIMEOUT_SECONDS = 300


def our_jar():
    jars = glob.glob(os.path.join(HERE, "..", "target", "tap-parser-*-cli.jar"))
    if not jars:
        sys.exit("no command in target/; run: mvn -pl tap-parser package")
    return max(jars, key=os.path.getmtime)


def have(*programs):
    return all(shutil.which(program) for program in programs)


def install_node(folder):
    if not os.path.isdir(os.path.join(folder, "node_modules", "tap-parser")):
        quiet(["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, "tap-parser@18.3.4"])
    return ["node", os.path.join(PEERS, "node.mjs"), folder]


def install_tap4j(folder):
    libraries = os.path.join(folder, "tap4j")
    if not os.path.exists(os.path.join(libraries, "Tap4j.class")):
        copy = "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies"
        quiet(["mvn", "-q", "-B", "-f", os.path.join(PEERS, "pom.xml"), copy, "-DoutputDirectory=" + libraries])
        quiet(["javac", "-cp", libraries + "/*", "-d", libraries, os.path.join(PEERS, "Tap4j.java")])
    return ["java", "-cp", libraries + os.pathsep + libraries + "/*", "Tap4j"]


def quiet(command):
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"{' '.join(command)}\n{run.stdout}{run.stderr}")


def programs(folder, only):
    jar = our_jar()
    found = {
        "this": lambda: ["java", "-Xmx64m", "-jar", jar],
        "this, with YAML": lambda: ["java", "-Xmx64m", "-jar", jar, "--strict"],
        "node tap-parser": lambda: install_node(folder) if have("node", "npm") else None,
        "perl TAP::Parser": lambda: ["perl", os.path.join(PEERS, "perl.pl")] if have("perl") else None,
        "tap4j": lambda: install_tap4j(folder) if have("mvn", "javac") else None,
    }
    for name, install in found.items():
        if only and name not in only:
            continue
        command = install()
        if command is None:
            print(f"{name} is left out: its programs are missing", file=sys.stderr)
        else:
            yield name, command


class Measure:
    """One run of a program: what its whole process took."""

    def __init__(self, command):
        start = time.monotonic()
        with tempfile.TemporaryFile() as out:
            process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT)
            status, usage = self.wait(process)
            self.wall = time.monotonic() - start
            out.seek(0)
            self.said = last_line(out.read())
        self.cpu = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / 1024
        self.timed_out = os.WIFSIGNALED(status)

    @staticmethod
    def wait(process):
        deadline = time.monotonic() + TIMEOUT_SECONDS
        while True:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                process.returncode = status
                return status, usage
            if time.monotonic() > deadline:
                process.kill()
                deadline = float("inf")
            time.sleep(0.005)


def last_line(output):
    lines = [line for line in output.decode("utf-8", "replace").splitlines() if line.strip()]
    return lines[-1][:60] if lines else "(nothing)"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--peer-runs", type=int, default=3)
    parser.add_argument("--only", default="")
    parser.add_argument("--input", default="")
    parser.add_argument("--folder")
    arguments = parser.parse_args()
    temporary = None if arguments.folder else tempfile.mkdtemp(prefix="tap-bench-")
    folder = arguments.folder or temporary
    try:
        compare(folder, arguments)
    finally:
        if temporary:
            shutil.rmtree(temporary)


def compare(folder, arguments):
    only = [name for name in arguments.only.split(";") if name]
    chosen = [name for name in arguments.input.split(",") if name]
    paths = inputs.make(os.path.join(folder, "inputs"))
    ready = dict(programs(folder, only))
    print_machine(ready)
    print("| input | program | wall: min / median / max | CPU | memory | says |")
    print("|---|---|---|---|---|---|")
    for name, path in paths.items():
        if chosen and name not in chosen:
            continue
        here = {program: command + [path] for program, command in ready.items()
                if name == "yaml" or program != "this, with YAML"}
        for program, runs in measure(here, arguments).items():
            print(f"| {name} | {program} | {row(runs)} |", flush=True)


def measure(commands, arguments):
    runs = {program: [] for program in commands}
    for turn in range(max(arguments.runs, arguments.peer_runs)):
        for program, command in commands.items():
            if turn < (arguments.runs if program.startswith("this") else arguments.peer_runs):
                runs[program].append(Measure(command))
    return runs


def row(runs):
    walls = [run.wall for run in runs]
    spread = f"{min(walls):.2f} / {statistics.median(walls):.2f} / {max(walls):.2f} s"
    cpu = min(run.cpu for run in runs)
    memory = max(run.memory for run in runs)
    said = f"gave up after {TIMEOUT_SECONDS} s" if any(run.timed_out for run in runs) else runs[0].said
    return f"{spread} | {cpu:.2f} s | {memory:.0f} MiB | {said}"


def print_machine(ready):
    print(f"{processor()}, {os.cpu_count()} cores, {platform.system()} {platform.release().split('-')[0]},"
          f" load {os.getloadavg()[0]:.1f}")
    versions = [["java", "-version"]]
    if "node tap-parser" in ready:
        versions.append(["node", "--version"])
    if "perl TAP::Parser" in ready:
        versions.append(["perl", "-MTAP::Parser", "-e", 'print "perl $^V, TAP::Parser $TAP::Parser::VERSION"'])
    for command in versions:
        run = subprocess.run(command, capture_output=True, text=True)
        print((run.stdout + run.stderr).splitlines()[0])
    print(flush=True)


def processor():
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as lines:
            return next(line.split(":")[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.machine()


main()
