#!/usr/bin/env python3
"""The program of a press cell, written for a Keyence XG-X that acknowledges triggers.

    python3 keyence_xg.py 127.0.0.1 8500 1000

It keeps one connection, reads as many bytes as each answer must have, and compares them byte by byte.
Each line that it prints is a result: the part, what the device said of it.
"""
import socket
import sys

RESULT_BYTES = len("+00123.456,+00012.000,1\r")


def main(host, port, cycles):
    device = socket.create_connection((host, int(port)), 3)

    def ask(command, answer):
        device.sendall(command + b"\r")
        got = device.recv(len(answer) + 1)
        if got != answer + b"\r":
            raise SystemExit(f"{command!r}: {got!r} instead of {answer!r}")

    def inspect():
        ask(b"T1", b"T1")  # at once: the trigger is taken
        result = device.recv(RESULT_BYTES)  # then: the result
        if len(result) != RESULT_BYTES or result[-3:] not in (b",1\r", b",0\r"):
            raise SystemExit(f"T1: {result!r} is no result")
        return result

    ask(b"R0", b"R0")
    ask(b"PW,1,1", b"PW")
    for cycle in range(1, int(cycles) + 1):
        part = f"press-{cycle}"
        ask(b'STW,1,"' + part.encode(), b"STW")
        result = inspect()
        print(part, result[:-1].decode(), flush=True)

        if cycle % 10 == 0:  # the lower limit of the light is moved to and fro
            limit = 60 + cycle // 10 % 3
            ask(b"DW,100,82,0,%d" % limit, b"DW")
            ask(b"DR,100,82,0", b"DR,+%d.000" % limit)
        if cycle % 10 == 5:
            ask(b"M0", result[:-1])  # the last result once more
            device.sendall(b"MR,#light\r")  # the same light with more decimals
            light = device.recv(len("MR,+0000000123.456789\r"))
            if light[:3] != b"MR," or abs(float(light[3:-1]) - float(result[:10])) > 0.001:
                raise SystemExit(f"MR,#light: {light!r} after {result!r}")
            ask(b"MR,%Busy", b"MR,+0000000000.000000")
            ask(b"MR,%Trg1Ready", b"MR,+0000000001.000000")
        if cycle % 50 == 0:  # another product for five parts
            ask(b"PW,1,12", b"PW")
            ask(b"PR", b"PR,1,012")
        if cycle % 50 == 5 and cycle > 50:
            ask(b"PW,1,1", b"PW")
            ask(b"PR", b"PR,1,001")
        if cycle % 100 == 0:  # the guard door is opened
            ask(b"S0", b"S0")
            ask(b"RM", b"RM,0")
            ask(b"T1", b"ER,T1,03")
            ask(b"R0", b"R0")
            ask(b"RM", b"RM,1")
            ask(b"TE,0", b"TE")
            ask(b"T1", b"ER,T1,03")
            ask(b"TE,1", b"TE")
            ask(b"PW,5,1", b"ER,PW,22")
            ask(b"HELLO", b"ER,HELLO,02")
    device.close()


if __name__ == "__main__":
    if len(sys.argv) != 4:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
