"""The clients: programs that are told "load ..." and "run N", and tools that are started for each run."""
import os
import re
import resource
import select
import shutil
import subprocess
import time

from .build import TARGET
from .servers import Missing

TOOLS = ("wrk", "h2load")
C_CLIENTS = ("floor", "libcurl")


class Failed(Exception):
    """A client broke down."""


class Client:
    """rate: requests a second, as last seen; version: what it says of itself."""

    jvm = False
    warm = False
    rate = 0.0
    version = ""

    def load(self, load, place, words):
        """Gets ready for another load."""
        raise NotImplementedError

    def run(self, requests, seconds):
        """Figures of so many requests, which will take about so long."""
        raise NotImplementedError

    def close(self):
        pass


class Program(Client):
    """One that answers lines with lines."""

    process = None

    def __init__(self, cpu):
        self.cpu = cpu

    def start(self, command, pinned):
        pin = ["taskset", "-c", str(self.cpu)] if pinned else []
        self.process = subprocess.Popen(pin + [str(word) for word in command], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)
        self.version = self.answer(60)

    def ask(self, line, limit):
        try:
            self.process.stdin.write(line + "\n")
            self.process.stdin.flush()
        except OSError:
            raise Failed("it ended") from None
        return self.answer(limit)

    def answer(self, limit):
        if not select.select([self.process.stdout], [], [], limit)[0]:
            raise Failed(f"no answer within {limit:.0f} s")
        line = self.process.stdout.readline().strip()
        if not line:
            raise Failed("it ended")
        return line

    def run(self, requests, seconds):
        line = self.ask(f"run {requests}", 60 + 10 * seconds)
        return {name: float(value) for name, value in (pair.split("=") for pair in line.split())}

    def close(self):
        if not self.process:
            return
        try:
            self.process.stdin.close()
            self.process.wait(20)
        except (OSError, subprocess.TimeoutExpired):
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()
        self.process = None


class CClient(Program):
    """Started anew for each load."""

    def __init__(self, name, cpu):
        super().__init__(cpu)
        self.name = name

    def load(self, load, place, words):
        self.close()
        if load.kind == "crawl":
            command = ["multi_crawl", *place, load.parallel]
        elif self.name == "libcurl":
            command = ["multi_get", *place, load.parallel, *words]
        else:
            scheme, host, port, path = re.match("(\\w+)://([^:]*):([^/]*)(/.*)", place[0]).groups()
            command = ["ftp_floor" if scheme == "ftp" else "floor", host, port, path, place[1], load.parallel, *words]
        self.start([TARGET / command[0], *command[1:]], pinned=True)


class JavaClient(Program):
    """One process for all loads of a family."""

    jvm = True

    def __init__(self, command, cpu):
        super().__init__(cpu)
        self.start(command, pinned=False)

    def load(self, load, place, words):
        self.ask(" ".join(["load", load.kind, *place, str(load.parallel), *words]), 60)

    def pin(self):
        """Only once it is warm: what compiles may use another core until then."""
        subprocess.run(["taskset", "-a", "-c", "-p", str(self.cpu), str(self.process.pid)], check=True,
                       capture_output=True)


class Tool(Client):
    """wrk or h2load: started for each run."""

    def __init__(self, name, cpu):
        if not shutil.which(name):
            raise Missing(f"{name} is missing")
        self.name, self.cpu = name, cpu
        said = subprocess.run([name, "-v" if name == "wrk" else "--version"], capture_output=True, text=True)
        self.version = " ".join((said.stdout + said.stderr).split("\n")[0].split()[:3])

    def load(self, load, place, words):
        self.address, self.parallel, self.words = place[0], load.parallel, words

    def run(self, requests, seconds):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        begun = time.monotonic()
        command = ["taskset", "-c", str(self.cpu)] + self.command(requests, seconds)
        try:
            output = subprocess.run(command, timeout=60 + 10 * seconds, capture_output=True, text=True,
                                    check=True).stdout
        except subprocess.SubprocessError as fault:
            raise Failed(str(fault)) from None
        wall = time.monotonic() - begun
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        done, bad = self.read(output)
        return {"requests": done, "bad": bad, "wall": wall * 1e6,
                "user": (after.ru_utime - before.ru_utime) * 1e6,
                "sys": (after.ru_stime - before.ru_stime) * 1e6}

    def command(self, requests, seconds):
        if self.name == "h2load":
            connections = int(self.words[0].removeprefix("h2="))
            return ["h2load", "-t1", f"-c{connections}", f"-m{self.parallel // connections}",
                    f"-n{requests}", self.address]
        close = ["-H", "Connection: close"] if "new" in self.words else []
        # It counts from the start, and connects first.
        duration = max(1, round(seconds)) + self.parallel // 3000
        return ["wrk", "-t1", f"-c{self.parallel}", f"-d{duration}s"] + close + [self.address]

    def read(self, output):
        if self.name == "h2load":
            match = re.search(r"(\d+) succeeded, (\d+) failed, (\d+) errored, (\d+) timeout", output)
            codes = re.search(r"status codes: (\d+) 2xx", output)
            return int(codes[1]), sum(map(int, match.groups()[1:])) + int(match[1]) - int(codes[1])
        bad = sum(map(int, re.findall(r"Non-2xx or 3xx responses: (\d+)", output)))
        errors = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", output)
        bad += sum(map(int, errors.groups())) if errors else 0
        return int(re.search(r"(\d+) requests in", output)[1]), bad


def client(name, load, java, cpu):
    program = name.split("+")[0]
    if program in TOOLS:
        return Tool(program, cpu)
    if program in C_CLIENTS:
        return CClient(program, cpu)
    options = ["-Xmx176m"] if load.kind == "crawl" else []
    if program == "nettycurl":
        return JavaClient(java.command("NettyCurlClient", options=options), cpu)
    return JavaClient(java.command("peer.PeerClient", program, peers=True, options=options), cpu)


def close_quietly(one):
    try:
        one.close()
    except OSError:
        pass
