#!/usr/bin/env python3
"""The program of a robot, written for the native mode of a Cognex In-Sight.

    python3 insight.py 127.0.0.1 23 1000 /tmp

It sends name and password at once, triggers, reads cells with one recv each, and keeps the picture of each bad part in the
folder as the file that the hex digits are.
"""
import binascii
import pathlib
import socket
import sys

GREETING = b"Welcome to In-Sight(tm)  Shutterline Session 0\r\nUser: Password: User Logged In\r\n"


def main(host, port, cycles, folder):
    sensor = socket.create_connection((host, int(port)), 3)
    sensor.sendall(b"robot\r\nchange-me\r\n")
    heard = b""
    while len(heard) < len(GREETING):
        heard += sensor.recv(64)
    if heard != GREETING:
        raise SystemExit(f"the login was answered by {heard!r}")

    def ask(command):
        sensor.send(command + b"\r\n")
        return sensor.recv(32)

    def expect(command, answer):
        got = ask(command)
        if got != answer + b"\r\n":
            raise SystemExit(f"{command!r}: {got!r} instead of {answer!r}")

    def value(name):
        got = ask(b"GV" + name)
        if got[:3] != b"1\r\n" or got[-2:] != b"\r\n":
            raise SystemExit(f"GV{name}: {got!r} is no value")
        return got[3:-2].decode()

    def keep_picture(name):
        sensor.sendall(b"RI\r\n")
        head = sensor.recv(len("1\r\n40556\r\n"))  # the size of each picture has five digits
        if head[:3] != b"1\r\n" or head[-2:] != b"\r\n":
            raise SystemExit(f"RI: {head!r} is no size")
        digits = int(head[3:-2])
        lines = (digits + 79) // 80 + 1  # the last is the checksum
        text = b""
        while text.count(b"\r\n") < lines:
            text += sensor.recv(4096)
        hexadecimal, checksum = text.replace(b"\r\n", b"")[:digits], text[-6:-2]
        if len(text) != digits + 4 + 2 * lines or b"%04X" % binascii.crc_hqx(hexadecimal, 0) != checksum:
            raise SystemExit(f"the picture was damaged on its way: {checksum!r}")
        pathlib.Path(name).write_bytes(bytes.fromhex(hexadecimal.decode()))

    expect(b"SO1", b"1")
    for cycle in range(1, int(cycles) + 1):
        expect(b"SW8", b"1")
        judgement = value(b"B001")
        print(value(b"A000" if cycle % 2 else b"Plate.Id"), judgement, value(b"B012"), value(b"contrast"), flush=True)

        if judgement == "0" and cycle % 5 == 1:
            keep_picture(pathlib.Path(folder, f"{value(b'A000')}.bmp"))
        if cycle % 10 == 0:
            expect(b"SFB010%d.5" % (60 + cycle // 10 % 5), b"1")
            expect(b"GVB010", b"1\r\n%d.500" % (60 + cycle // 10 % 5))
        if cycle % 25 == 0:
            expect(b"SIPlate.Lowest 61", b"1")
            expect(b"GJ", b"1\r\n12")
            expect(b"GF", b"1\r\nPLATE.job")
            expect(b"XX", b"0")
            expect(b"GVC033", b"-1")
        if cycle % 50 == 0:  # another product, and back
            expect(b"LFbright.job", b"-2")  # not while it is online
            expect(b"SO0", b"1")
            expect(b"GO", b"0")
            expect(b"SW8", b"-2")
            expect(b"LFbright.job", b"1")
            expect(b"SO1", b"1")
            expect(b"GO", b"1")
        if cycle % 50 == 4 and cycle > 50:
            expect(b"SJ12", b"1")
    sensor.close()


if __name__ == "__main__":
    if len(sys.argv) != 5:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
