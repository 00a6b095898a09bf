#!/usr/bin/env python3
"""The program of a packing line, written for a Cognex In-Sight that sends each result to a port of its own.

    python3 insight_push.py 127.0.0.1 23 3000 1000

It triggers by the native mode, with a login that has no password, and takes one recv at the other port for one result.
"""
import socket
import sys


def main(host, native_port, result_port, cycles):
    results = socket.create_connection((host, int(result_port)), 3)
    sensor = socket.create_connection((host, int(native_port)), 3)
    for heard, said in ((b"User: ", b"packing\r\n"), (b"Password: ", b"\r\n"), (b"User Logged In\r\n", b"")):
        got = b""
        while not got.endswith(heard):
            got += sensor.recv(64)
        sensor.sendall(said)

    for cycle in range(1, int(cycles) + 1):
        command = b"sw8" if cycle % 2 else b"SE8"  # any case; SE8 is answered when the picture is taken
        sensor.sendall(command + b"\r\n")
        if sensor.recv(3) != b"1\r\n":
            raise SystemExit(f"{command!r} failed")
        line = results.recv(64)
        if line[-2:] != b"\r\n" or line.count(b",") != 3:
            raise SystemExit(f"{line!r} is no result")
        print(line[:-2].decode(), flush=True)
    sensor.close()
    results.close()


if __name__ == "__main__":
    if len(sys.argv) != 5:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
