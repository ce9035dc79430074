#!/usr/bin/env python3
"""A network with a round trip: delay.py <milliseconds each way>

Makes a tun interface with NEAR on it. What is sent to FAR comes back to NEAR that much later as if FAR
had sent it: the two addresses of each packet are swapped, which leaves all checksums as they are. A server
that listens on NEAR is thus reached at FAR, and connecting, acknowledging and closing take their time as
they do over a real network. Says "ready" when it is up; ends with its standard input. Needs root.
"""
import collections
import fcntl
import os
import select
import struct
import subprocess
import sys
import time

# Of the range that RFC 2544 sets aside for benchmarks.
NEAR, FAR = "198.18.0.1", "198.18.0.2"
TUNSETIFF, IFF_TUN, IFF_NO_PI = 0x400454CA, 1, 0x1000
MOST = 65536


def interface():
    tun = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    answer = fcntl.ioctl(tun, TUNSETIFF, struct.pack("16sH22x", b"delay%d", IFF_TUN | IFF_NO_PI))
    name = answer[:16].rstrip(b"\0").decode()
    subprocess.run(["ip", "address", "add", f"{NEAR}/30", "dev", name], check=True)
    subprocess.run(["ip", "link", "set", name, "up", "txqueuelen", "10000"], check=True)
    return tun


def main():
    delay = float(sys.argv[1]) / 1e3
    tun = interface()
    print("ready", flush=True)
    waiting = collections.deque()
    while True:
        wait = max(0.0, waiting[0][0] - time.monotonic()) if waiting else None
        readable = select.select([tun, sys.stdin], [], [], wait)[0]
        now = time.monotonic()
        if sys.stdin in readable and not sys.stdin.buffer.read1():
            return
        while tun in readable:
            try:
                packet = os.read(tun, MOST)
            except BlockingIOError:
                break
            if packet[0] >> 4 == 4:
                waiting.append((now + delay, packet[:12] + packet[16:20] + packet[12:16] + packet[20:]))
        while waiting and waiting[0][0] <= now:
            os.write(tun, waiting.popleft()[1])


if __name__ == "__main__":
    main()
