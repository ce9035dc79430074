"""Builds the clients, and says how to start the Java ones."""
import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "benchmarks" / "target"
SOURCES = ROOT / "benchmarks" / "src" / "main"
C_PROGRAMS = {"floor": False, "ftp_floor": False, "multi_get": True, "multi_crawl": True}


def build(with_peers, maven):
    subprocess.run(
        maven.split() + ["-q", "-B", "-pl", "benchmarks/peers" if with_peers else "benchmarks", "-am", "package",
                         "dependency:build-classpath", "-DskipTests", "-Dspotless.check.skip",
                         "-Dmdep.outputFile=target/classpath.txt"]
        + (["-Ppeers"] if with_peers else []), cwd=ROOT, check=True)
    prefix = os.environ.get("LIBCURL_PREFIX")
    paths = [f"-I{prefix}/include", f"-L{prefix}/lib", f"-Wl,-rpath,{prefix}/lib"] if prefix else []
    for name, curl in C_PROGRAMS.items():
        subprocess.run(["cc", "-O2", "-Wall", "-Wextra", "-o", TARGET / name, SOURCES / "c" / f"{name}.c"]
                       + (paths + ["-lcurl"] if curl else []), check=True)


class Java:
    """How to start Java programs: which JVM, with which options."""

    def __init__(self, home, options):
        self.program = f"{home}/bin/java" if home else "java"
        said = subprocess.run([self.program, "-version"], capture_output=True, text=True, check=True).stderr
        self.version = int(said.split('"')[1].split(".")[0])
        self.options = options.split()
        if self.version >= 24:
            # What Netty says it wants there; without it there are warnings and slower ways.
            self.options += ["--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"]

    def command(self, main, *arguments, peers=False, options=()):
        classes = ROOT / "benchmarks" / ("peers" if peers else "") / "target"
        classpath = f"{classes / 'classes'}:{(classes / 'classpath.txt').read_text().strip()}"
        return [self.program, *self.options, *options, "-cp", classpath,
                f"io.nettycurl.benchmark.{main}", *arguments]
