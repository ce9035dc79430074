"""The loads, who takes part in each, and what is to be reached.

A client's name is that of a program, with words of its own behind it: "nettycurl+loops=2" is NettyCurl
told "loops=2".
"""
from dataclasses import dataclass, field

KIB, MIB = 1024, 1024 * 1024
FILES = {"small": KIB, "large": 100 * MIB, "huge": 256 * MIB}

# What the page server answers to an upload.
STORED = 6

JVM_PEERS = ["asynchttpclient", "vertx", "reactor-netty", "jdk"]
NETTY_PEERS = JVM_PEERS[:3]

# Pages of the crawl; a quick one takes the first quarter of them.
HOSTS, PAGES = 2_000, 40_000


@dataclass(frozen=True)
class Load:
    """One line of work.

    family: loads that a JVM runs in one process, one after the other, so that it is warm
    scheme: which server
    probe: requests of the very first piece, by which the rate is found out
    goals: client -> (cpu or rate, at least so much of it on Java 17, on Java 25)
    bounds: figure of NettyCurl itself -> at most
    """

    name: str
    family: str
    scheme: str
    file: str
    parallel: int
    clients: list
    words: list = field(default_factory=list)
    kind: str = "get"
    probe: int = 2_000
    goals: dict = field(default_factory=dict)
    bounds: dict = field(default_factory=dict)

    @property
    def size(self):
        return FILES[self.file]

    @property
    def fixed(self):
        """Whether a run is always all of the work."""
        return self.kind == "crawl"


def ahead_of(names, measure="cpu", **others):
    goals = {name: (measure, 1.0, 1.0) for name in names}
    for name, goal in others.items():
        goals[name.replace("_", "-")] = goal
    return goals


def keep_alive(connections, clients, floor):
    return Load(f"keep-alive-{connections}", "http", "http", "small", connections,
                ["nettycurl"] + clients + JVM_PEERS,
                goals=ahead_of(JVM_PEERS, floor=("cpu",) + floor), bounds={"garbage": 100})


def crawl(name, parallel, goals):
    return Load(name, name, "pages", "small", parallel,
                ["nettycurl", "libcurl", "asynchttpclient", "reactor-netty"], kind="crawl",
                goals=goals, bounds={"cpu_us": 150, "rss": 256 * MIB})


LOADS = {load.name: load for load in [
    keep_alive(64, ["nettycurl+loops=2", "floor", "wrk", "libcurl", "libcurl+event"], (0.85, 0.95)),
    keep_alive(1000, ["floor", "wrk", "libcurl", "libcurl+event"], (0.70, 0.80)),
    keep_alive(10_000, ["floor", "wrk"], (0.80, 0.85)),
    Load("new-64", "http", "http", "small", 64,
         ["nettycurl", "floor", "wrk", "libcurl"] + NETTY_PEERS, ["new"], probe=1_000,
         goals=ahead_of(["libcurl"] + NETTY_PEERS, wrk=("cpu", 0.65, 0.65))),
    Load("large", "http", "http", "large", 8,
         ["nettycurl", "floor", "libcurl", "libcurl+event"] + JVM_PEERS, probe=8,
         goals=ahead_of(["libcurl"])),
    Load("tls-keep-alive-64", "tls", "https", "small", 64, ["nettycurl", "wrk", "libcurl"] + JVM_PEERS,
         goals=ahead_of(JVM_PEERS, wrk=("cpu", 0.9, 0.9))),
    Load("tls-new-64", "tls", "https", "small", 64, ["nettycurl", "wrk", "libcurl"] + NETTY_PEERS, ["new"],
         probe=200, goals=ahead_of(["libcurl"], wrk=("cpu", 0.75, 0.75))),
    Load("h2", "h2", "h2", "small", 400, ["nettycurl", "h2load", "libcurl"] + JVM_PEERS, ["h2=4"],
         goals=ahead_of(JVM_PEERS, h2load=("cpu", 0.85, 0.85), libcurl=("cpu", 2.0, 2.0))),
    crawl("crawl-all", 0, ahead_of([], asynchttpclient=("rate", 1.3, 1.3), reactor_netty=("rate", 1.3, 1.3))),
    crawl("crawl-200", 200, {}),
    Load("ftp-16", "ftp", "ftp", "small", 16, ["nettycurl", "floor", "libcurl", "commons-net"], probe=300,
         goals={"floor": ("rate", 0.9, 0.9), "libcurl": ("cpu", 2.0, 2.0)}),
    Load("ftp-1", "ftp", "ftp", "small", 1, ["nettycurl", "floor", "libcurl", "commons-net"], probe=300,
         goals={"floor": ("rate", 0.75, 0.75), "libcurl": ("cpu", 2.0, 2.0)}),
    Load("ftp-far-1", "ftp", "far", "small", 1,
         ["nettycurl", "nettycurl+ahead", "floor", "floor+ahead", "libcurl", "commons-net"], probe=10,
         goals={"libcurl": ("rate", 0.98, 0.98), "floor+ahead": ("rate", 0.98, 0.98)}),
    Load("ftp-large", "ftp", "ftp", "huge", 4, ["nettycurl", "floor", "libcurl", "commons-net"], probe=4,
         goals=ahead_of(["libcurl"])),
    Load("ftps-16", "ftps", "ftps", "small", 16, ["nettycurl", "libcurl"], ["ftps"], probe=100,
         goals={"libcurl": ("rate", 1.3, 1.3)}),
    Load("upload", "upload", "upload", "large", 8, ["nettycurl", "libcurl", "libcurl+event"], probe=8,
         goals=ahead_of(["libcurl"])),
]}


def pages(port, count=PAGES):
    """Lines of the crawl's list: the hosts in turn, odd ones out, pages of 1 to 32 KiB.

    One in 20 has moved, one in 100 comes after a second.
    """
    for number in range(count):
        place = number * 12_347 % PAGES
        length = KIB << place % 6
        kind = "slow" if place % 100 == 33 else "moved" if place % 20 == 7 else "page"
        yield f"http://host{place // (PAGES // HOSTS)}.test:{port}/{kind}/{length}/{place} {length}"
