"""A cable between two network namespaces that delays, loses and doubles packets. USR1 cuts it, USR2 mends it.

Arguments: namespace of one end, of the other, their addresses, delay and jitter in s, share lost, share doubled, seed.
Prints one line when packets pass.
"""
import fcntl
import heapq
import os
import random
import select
import signal
import struct
import subprocess
import sys
import time

first, second, first_address, second_address = sys.argv[1:5]
delay, jitter, lost, doubled = map(float, sys.argv[5:9])
dice = random.Random(int(sys.argv[9]))
is_cut = False


def cut(signum, frame):
    global is_cut
    is_cut = True


def mend(signum, frame):
    global is_cut
    is_cut = False


def tunnel(name):
    handle = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(handle, 0x400454CA, struct.pack("16sH", name.encode(), 0x1001))
    return handle


def run(command):
    subprocess.run(command.split(), check=True)


signal.signal(signal.SIGUSR1, cut)
signal.signal(signal.SIGUSR2, mend)
names = [first + "t", second + "t"]
ends = [tunnel(name) for name in names]
for name, host, mine, other in ((names[0], first, first_address, second_address), (names[1], second, second_address, first_address)):
    inside = f"ip netns exec {host} "
    run(f"ip link set {name} netns {host}")
    # addresses of loopback on a cable: lo keeps only its own, and packets from there are no impostors
    run(f"ip -n {host} link set lo up")
    run(f"ip -n {host} addr del 127.0.0.1/8 dev lo")
    run(f"ip -n {host} addr add 127.0.0.1/32 dev lo")
    run(f"ip -n {host} addr add {mine} peer {other} dev {name}")
    run(f"ip -n {host} link set {name} up mtu 1400")
    for place in ("all", name):
        run(inside + f"sysctl -qw net.ipv4.conf.{place}.route_localnet=1")
        run(inside + f"sysctl -qw net.ipv4.conf.{place}.rp_filter=0")

print("up", flush=True)
under_way = []
count = 0
while True:
    wait = max(0, under_way[0][0] - time.monotonic()) if under_way else 1
    ready, _, _ = select.select(ends, [], [], wait)
    for end in ready:
        try:
            packet = os.read(end, 65536)
        except OSError:
            continue
        if is_cut or dice.random() < lost:
            continue
        for _ in range(2 if dice.random() < doubled else 1):
            count += 1
            due = time.monotonic() + max(0, dice.gauss(delay, jitter))
            heapq.heappush(under_way, (due, count, ends[1] if end == ends[0] else ends[0], packet))
    if is_cut:
        under_way.clear()
    while under_way and under_way[0][0] <= time.monotonic():
        _, _, end, packet = heapq.heappop(under_way)
        try:
            os.write(end, packet)
        except OSError:
            pass
