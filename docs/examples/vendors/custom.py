#!/usr/bin/env python3
"""The program of a test bench, written for a server that was made at home: fields of fixed width, one line feed.

    python3 custom.py 127.0.0.1 7000 1000

Its serial converter sends every byte as a packet of its own, and it reads an answer byte by byte.
"""
import socket
import sys


def main(host, port, cycles):
    bench = socket.create_connection((host, int(port)), 3)
    bench.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def ask(command, width):
        for one in command + b"\n":
            bench.send(bytes([one]))
        return read(width)

    def read(width):
        answer = b""
        while not answer.endswith(b"\n"):
            answer += bench.recv(1)
        if len(answer) != width + 1:
            raise SystemExit(f"{answer!r} is not {width} characters wide")
        return answer[:-1]

    def expect(command, answer):
        got = ask(command, len(answer))
        if got != answer:
            raise SystemExit(f"{command!r}: {got!r} instead of {answer!r}")

    for cycle in range(1, int(cycles) + 1):
        part = b"%04d" % cycle
        expect(b"TRIG " + part, b"GO " + part)
        result = read(len("0001;OK     ;00123.4;   12"))
        if result[:5] != part + b";":
            raise SystemExit(f"{result!r} is of another part")
        print(result.decode(), flush=True)

        if cycle % 10 == 0:
            expect(b"LAST LIGHT", b"LIGHT=" + result[13:20])
            expect(b"STATE", b"READY A")
        if cycle % 20 == 5:
            expect(b"MIN=%d" % (60 + cycle % 7), b"MIN SET")
            expect(b"MIN", b"MIN=000%d.0" % (60 + cycle % 7))
        if cycle % 50 == 0:
            expect(b"RECIPE B", b"RECIPE B LOADED")
        if cycle % 50 == 3 and cycle > 50:
            expect(b"RECIPE A", b"RECIPE A LOADED")
        if cycle % 100 == 0:
            expect(b"RECIPE C", b"FAIL 13")
            expect(b"HELLO", b"FAIL 01")
    bench.close()


if __name__ == "__main__":
    if len(sys.argv) != 4:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
