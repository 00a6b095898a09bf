#!/usr/bin/env python3
"""The program of a palletizer, written for the no-protocol commands of an Omron FH.

    python3 omron.py 127.0.0.1 9876 1000

Its controller has few sockets, so it opens a connection for each command and closes it after the answer.
"""
import socket
import sys


def ask(address, command):
    device = socket.create_connection(address, 3)
    device.sendall(command + b"\r")
    answer = b""
    while not answer.endswith((b"OK\r", b"ER\r")):
        some = device.recv(64)
        if not some:
            raise SystemExit(f"{command!r}: the connection ended after {answer!r}")
        answer += some
    device.close()
    return answer


def main(host, port, cycles):
    device = (host, int(port))

    def expect(command, answer):
        got = ask(device, command)
        if got != answer:
            raise SystemExit(f"{command!r}: {got!r} instead of {answer!r}")

    expect(b"SCENE 0", b"OK\r")
    for cycle in range(1, int(cycles) + 1):
        answer = ask(device, b"MEASURE" if cycle % 2 else b"m")
        result = answer.removesuffix(b"\rOK\r")
        if result.count(b",") != 3 or b"\r" in result:
            raise SystemExit(f"M: {answer!r} is no result")
        print(result.decode(), flush=True)

        if cycle % 10 == 0:
            light = result.split(b",")[2]
            expect(b"UNITDATA 1,5" if cycle % 20 else b"UD 1 5", light + b"\rOK\r")
            expect(b"UD 1 0", result.split(b",")[1] + b"\rOK\r")
        if cycle % 20 == 5:
            limit = 60 + cycle % 7
            expect(b"UD 1 6 %d" % limit, b"OK\r")
            expect(b"UNITDATA 1 6", b"%d.0000\rOK\r" % limit)
        if cycle % 50 == 0:
            expect(b"S 3", b"OK\r")
            expect(b"SCENE", b"3\rOK\r")
        if cycle % 50 == 3:
            expect(b"S 0", b"OK\r")
            expect(b"S 99", b"ER\r")
        if cycle % 100 == 0:
            expect(b"CLRMEAS", b"OK\r")
            expect(b"RESET", b"OK\r")
            expect(b"XYZ", b"ER\r")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
