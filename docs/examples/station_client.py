#!/usr/bin/env python3
"""Triggers a Shutterline station once for each part and prints what came back.

    python3 station_client.py 127.0.0.1 7501 1 SN-000123 SN-000124

The exit code is 0 if every part was OK, 1 if one was not.
"""
import csv
import re
import socket
import sys
import time

ANSWER_TIMEOUT_S = 5.0  # longer than the station's deadline, which is 2 s unless it was changed
TRIES = 5
BUSY = "11"
ESCAPE = re.compile(r"\\(r|n|0|\\|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4})")


class StationClient:
    """One connection, opened when it is needed and again after it was lost."""

    def __init__(self, host, port):
        self.address = (host, port)
        self.socket = None
        self.lines = None

    def ask(self, request):
        """Sends one line and returns the fields of its reply. Raises OSError if the connection is lost."""
        if self.socket is None:
            self.socket = socket.create_connection(self.address, ANSWER_TIMEOUT_S)
            self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.lines = self.socket.makefile("r", encoding="utf-8", newline="\r\n")
        try:
            self.socket.sendall((request + "\r\n").encode("utf-8"))
            line = self.lines.readline()
            if not line.endswith("\r\n"):
                raise ConnectionError("the connection ended before the reply")
            return fields(line[:-2])
        except OSError:
            # After a timeout the late reply must not be taken for the next one: begin anew.
            self.close()
            raise

    def trigger(self, station, part):
        """Takes and judges one picture of a part. The same once key is sent again after a lost reply,
        so the station answers with the stored result and takes no second picture."""
        request = f"T{station},part={quoted(part)},once={once_key(part)}"
        for attempt in range(TRIES):
            try:
                reply = self.ask(request)
            except OSError as lost:
                print(f"{part}: {lost}, asking again", file=sys.stderr)
            else:
                if not (reply[0] == "ER" and reply[2] == BUSY):
                    return reply
            time.sleep(0.05 * 2**attempt)
        raise SystemExit(f"{part}: no answer after {TRIES} tries")

    def close(self):
        if self.socket is not None:
            self.lines.close()
            self.socket.close()
            self.socket = None


def fields(line):
    """Splits a reply: commas, quoted fields with doubled quotes, then the escapes."""
    return [ESCAPE.sub(unescaped, field) for field in next(csv.reader([line]))]


def unescaped(found):
    plain = {"r": "\r", "n": "\n", "0": "\0", "\\": "\\"}
    body = found.group(1)
    return plain[body] if body in plain else chr(int(body[1:], 16))


def quoted(text):
    """A part as a field of its own: key and value are quoted together when they must be."""
    if any(c in text for c in ',"\\') or text != text.strip() or not text.isprintable():
        raise SystemExit(f"{text!r}: this example sends plain part names only")
    return text


def once_key(part):
    """1 to 64 of A-Z a-z 0-9 . _ : -"""
    return re.sub(r"[^A-Za-z0-9._:-]", "-", part)[:64]


def main(host, port, station, *parts):
    client = StationClient(host, int(port))
    all_ok = True
    for part in parts:
        reply = client.trigger(int(station), part)
        if reply[0] == "ER":
            print(f"{part} REFUSED code={reply[2]} {reply[3]}")
        elif reply[1] == "UNKNOWN":
            print(f"{part} UNKNOWN id={reply[2]} code={reply[4]} {reply[5]}")
        else:
            print(f"{part} {reply[1]} id={reply[2]} ms={reply[3]} values={reply[4:]}")
        all_ok = all_ok and reply[1] == "OK"
    client.close()
    return 0 if all_ok else 1


if __name__ == "__main__":
    if len(sys.argv) < 5:
        raise SystemExit(__doc__)
    sys.exit(main(*sys.argv[1:]))
