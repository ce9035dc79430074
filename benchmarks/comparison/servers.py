"""The servers, in a folder of their own and on one core."""
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from .build import SOURCES
from .delay import FAR, NEAR
from .loads import FILES, STORED, pages

DELAY_MS = 10
HERE = "127.0.0.1"


class Missing(Exception):
    """What a load needs is not there."""


def free_port(address=HERE):
    with socket.create_server((address, 0)) as probe:
        return probe.getsockname()[1]


def wait_for(address, port, process):
    for _ in range(500):
        try:
            socket.create_connection((address, port)).close()
            return
        except OSError:
            if process.poll() is not None:
                raise Missing(f"{process.args} ended")
            time.sleep(0.02)
    raise Missing(f"nothing answers on port {port}")


class Servers:
    """Started when they are needed, ended with close.

    Each client has an nginx of its own, all on the one core: thousands of connections that a client
    keeps while others are measured would otherwise be too many for one process's file descriptors and
    one address's ports.
    """

    def __init__(self, cpu, java):
        self.cpu, self.java = cpu, java
        self.folder = Path(tempfile.mkdtemp())
        self.folder.chmod(0o755)
        self.children = []
        self.started = {}
        self.root = self.folder / "root"
        for folder in ("root", "temp", "empty"):
            (self.folder / folder).mkdir()
        for name, size in FILES.items():
            with open(self.root / name, "wb") as file:
                file.truncate(size)
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
             "-days", "30", "-subj", "/CN=localhost", "-keyout", self.folder / "key.pem",
             "-out", self.folder / "cert.pem"], check=True, capture_output=True)

    def words(self, load, client):
        """What the client is told about the place: address and length, or list."""
        if load.scheme in ("http", "https", "h2"):
            ports = self.once(("nginx", client), self.nginx)
            scheme = "http" if load.scheme == "http" else "https"
            return [f"{scheme}://{HERE}:{ports[load.scheme]}/{load.file}", str(load.size)]
        if load.scheme == "pages":
            return [str(self.once("list", self.crawl_list))]
        if load.scheme == "upload":
            return [f"http://{HERE}:{self.once('pages', self.page_server)}/{load.file}", str(STORED)]
        if load.scheme == "far":
            self.once("delay", self.delay)
            port = self.once("far", lambda: self.vsftpd(NEAR, tls=False))
            return [f"ftp://{FAR}:{port}/{load.file}", str(load.size)]
        port = self.once(load.scheme, lambda: self.vsftpd(HERE, tls=load.scheme == "ftps"))
        return [f"ftp://{HERE}:{port}/{load.file}", str(load.size)]

    def upload(self, load):
        return ["put=" + str(self.root / load.file)] if load.scheme == "upload" else []

    def once(self, key, start):
        if key not in self.started:
            try:
                self.started[key] = start()
            except (Missing, OSError) as fault:
                self.started[key] = Missing(str(fault))
        if isinstance(self.started[key], Missing):
            raise self.started[key]
        return self.started[key]

    def spawn(self, command, **more):
        if not shutil.which(str(command[0])):
            raise Missing(f"{command[0]} is missing")
        child = subprocess.Popen(["taskset", "-c", str(self.cpu)] + command, **more)
        self.children.append(child)
        return child

    def configuration(self, template, name, **values):
        text = (SOURCES / "conf" / template).read_text()
        values = {"root": self.root, "empty": self.folder / "empty", "cert": self.folder / "cert.pem",
                  "key": self.folder / "key.pem", **values}
        path = self.folder / name
        path.write_text(re.sub("@(\\w+)@", lambda match: str(values[match[1]]), text))
        return path

    def nginx(self):
        ports = {scheme: free_port() for scheme in ("http", "https", "h2")}
        conf = self.configuration("nginx.conf", f"nginx-{ports['http']}.conf", affinity=bin(1 << self.cpu)[2:],
                                  **ports)
        child = self.spawn(["nginx", "-p", self.folder, "-c", conf, "-e", "stderr"])
        wait_for(HERE, ports["http"], child)
        return ports

    def vsftpd(self, address, tls):
        port = free_port(address)
        conf = self.configuration("vsftpd.conf", f"vsftpd-{port}.conf", address=address, port=port,
                                  tls="YES" if tls else "NO", one="NO" if tls else "YES")
        wait_for(address, port, self.spawn(["vsftpd", conf]))
        return port

    def page_server(self):
        child = self.spawn(self.java.command("PageServer"), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                           text=True)
        return int(child.stdout.readline())

    def crawl_list(self):
        path = self.folder / "pages"
        port = self.once("pages", self.page_server)
        path.write_text("\n".join(pages(port)) + "\n")
        return path

    def delay(self):
        child = self.spawn([sys.executable, str(Path(__file__).with_name("delay.py")), str(DELAY_MS)],
                           stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        if child.stdout.readline().strip() != "ready":
            raise Missing("no network with a delay: it takes root, /dev/net/tun and ip")

    def close(self):
        for child in reversed(self.children):
            if child.stdin:
                child.stdin.close()
            child.terminate()
        for child in self.children:
            child.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
