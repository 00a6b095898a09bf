#!/usr/bin/env python3
"""The program of a turntable, written for a Keyence CV-X: the answer to a trigger is its result.

    python3 keyence_cv.py 127.0.0.1 8500 1000

It takes for granted that one recv brings one answer.
"""
import socket
import sys


def main(host, port, cycles):
    device = socket.create_connection((host, int(port)), 3)

    def ask(command):
        device.send(command + b"\r")
        return device.recv(32)

    def expect(command, answer):
        got = ask(command)
        if got != answer + b"\r":
            raise SystemExit(f"{command!r}: {got!r} instead of {answer!r}")

    expect(b"PW,1,001", b"PW")
    expect(b"RS", b"RS")
    for cycle in range(1, int(cycles) + 1):
        got = ask(b"T1")
        if len(got) != 27 or got[:3] != b"T1," or got[-3:] not in (b",1\r", b",0\r"):
            raise SystemExit(f"T1: {got!r} is no result")
        print(got[3:-1].decode(), flush=True)

        if cycle % 20 == 0:
            expect(b"EXW,7", b"EXW")
            expect(b"EXR", b"EXR,07")
        if cycle % 20 == 4 and cycle > 20:
            expect(b"EXW,0", b"EXW")
            expect(b"EXR", b"EXR,00")
            expect(b"PR", b"PR,1,001")
        if cycle % 20 == 10:
            expect(b"M0", got[3:-1])
            expect(b"MW,#lowest,%d" % (60 + cycle % 7), b"MW")
            expect(b"MR,#lowest", b"MR,+00000000%d.000000" % (60 + cycle % 7))
            expect(b"EC,turntable", b"EC,turntable")
            expect(b"SS", b"SS")
            expect(b"CE", b"CE")
        if cycle % 100 == 0:
            expect(b"RB", b"RB")
            expect(b"T2", b"ER,T2,22")  # there is one camera
    device.close()


if __name__ == "__main__":
    if len(sys.argv) != 4:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
