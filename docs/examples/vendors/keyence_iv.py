#!/usr/bin/env python3
"""The program of an assembly line, written for a Keyence IV.

    python3 keyence_iv.py 127.0.0.1 8500 1000 /tmp

It waits for the judgement by T2, or has results pushed; it asks for several things in one send; of each bad part it keeps
the picture in the folder. Every answer has a width that is known before.
"""
import pathlib
import socket
import sys

RESULT_BYTES = len("RT,00013,OK,00,OK,0000094,01,OK,0000100\r")


def main(host, port, cycles, folder):
    device = socket.create_connection((host, int(port)), 3)

    def receive(count):
        got = device.recv(count)
        if len(got) != count:
            raise SystemExit(f"{got!r} instead of {count} bytes")
        return got

    def ask(command, answer):
        device.sendall(command + b"\r")
        got = receive(len(answer) + 1)
        if got != answer + b"\r":
            raise SystemExit(f"{command!r}: {got!r} instead of {answer!r}")

    def keep_picture(result, name):
        device.sendall(b"BR,0\r")
        head = receive(len("BR,0000,0000000,"))  # a write of its own
        if head[:3] != b"BR," or head[3:7] != result[4:8]:
            raise SystemExit(f"BR: {head!r} after {result!r}")
        left = int(head[8:15])
        with open(name, "wb") as file:
            while left > 0:
                some = device.recv(min(left, 1024))
                file.write(some)
                left -= len(some)
        receive(1)  # the CR

    for cycle in range(1, int(cycles) + 1):
        if cycle % 4:
            device.sendall(b"T2\r")
        else:
            ask(b"OE,1", b"OE")
            ask(b"T1", b"T1")
        result = receive(RESULT_BYTES)
        if result[:3] != b"RT," or result[8:12] not in (b",OK,", b",NG,") or result[-1:] != b"\r":
            raise SystemExit(f"{result!r} is no result")
        if cycle % 4 == 0:
            ask(b"OE,0", b"OE")
        print(result[:-1].decode(), flush=True)

        if result[9:11] == b"NG" and cycle % 5 == 1:
            keep_picture(result, pathlib.Path(folder, result[3:8].decode() + ".bmp"))
        if cycle % 10 == 0:
            ask(b"RT", result[:-1])
            ask(b"DW,00,0,%07d" % (60 + cycle // 10 % 5), b"DW")
            ask(b"DR,00,0", b"DR,00,0,%07d" % (60 + cycle // 10 % 5))
        if cycle % 25 == 0:  # three questions in one send, one answer in each recv
            device.sendall(b"PR\rRM\rSR\r")
            for answer in (b"PR,000\r", b"RM,1\r", b"SR,0,1,0,0,0,0,0\r"):
                if receive(len(answer)) != answer:
                    raise SystemExit(f"{answer!r} was expected")
        if cycle % 50 == 0:
            ask(b"PW,005", b"PW")
            ask(b"PR", b"PR,005")
        if cycle % 50 == 3 and cycle > 50:
            ask(b"PW,000", b"PW")
        if cycle % 100 == 0:
            ask(b"RER", b"RER,000")
            ask(b"PW,128", b"ER,PW,22")
            ask(b"T9", b"ER,T9,02")
    device.close()


if __name__ == "__main__":
    if len(sys.argv) != 5:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
