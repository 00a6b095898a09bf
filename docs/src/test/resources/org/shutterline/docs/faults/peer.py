"""A peer that triggers a station one part after the other, whatever the network does to it.

Arguments: address, port, station, parts, what is printed before each part's name, ms that it promises to be heard within,
seconds that it waits for the first answer of each part; each time in vain it waits twice as long, until that is 4 s.
Prints, each with the seconds since the start before it:
  SENT part | ANSWERED part connection line | LOST part | AWAY why | BACK seconds-without | STORED json | COUNTED line | DONE
A part whose connection was lost before its answer is sent again under the same key, so that it is inspected once.
When its input ends there are no more parts.
"""
import json
import os
import select
import socket
import sys
import time

address, port, station, parts, prefix, alive = sys.argv[1], int(sys.argv[2]), sys.argv[3], int(sys.argv[4]), sys.argv[5], int(sys.argv[6])
began = time.monotonic()
parent = os.getppid()
PATIENCE_S = float(sys.argv[7])
MOST_S = 4
patience = PATIENCE_S
talks = 0


def say(*words):
    print(f"{time.monotonic() - began:.3f}", *words, flush=True)


class Talk:
    def __init__(self):
        global talks
        self.socket = socket.create_connection((address, port), 1)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket.settimeout(patience)
        self.rest = b""
        talks += 1
        self.name = f"c{talks}"
        self.ask(f"HELLO,{prefix},alive={alive}")

    def line(self):
        while b"\r\n" not in self.rest:
            got = self.socket.recv(65536)
            if not got:
                raise OSError("closed")
            self.rest += got
        line, self.rest = self.rest.split(b"\r\n", 1)
        return line.decode()

    def ask(self, request):
        self.socket.sendall((request + "\r\n").encode())
        return self.line()


def connected(since):
    global patience
    while os.getppid() == parent:
        patience = min(2 * patience, MOST_S)
        try:
            talk = Talk()
            say("BACK", f"{time.monotonic() - since:.3f}")
            return talk
        except OSError:
            time.sleep(0.2)
    sys.exit("whoever started this is gone")


def enough():
    return bool(select.select([sys.stdin], [], [], 0)[0])


talk = connected(began)
part = 0
while part < parts and not enough():
    name = f"{prefix}{part}"
    say("SENT", name)
    patience = PATIENCE_S
    talk.socket.settimeout(patience)
    while True:
        try:
            line = talk.ask(f"T{station},part={name},once={name}")
            if line.startswith("ER,") and ",11," in line:
                time.sleep(0.002)
                continue
            say("ANSWERED", name, talk.name, line)
            break
        except OSError as gone:
            lost = time.monotonic()
            say("AWAY", str(gone) or type(gone).__name__)
            talk.socket.close()
            talk = connected(lost)
    part += 1

talk.socket.settimeout(MOST_S)
counted = talk.ask(f"S{station}")
talk.ask("FORMAT,JSON")
last = 0
while True:
    count = json.loads(talk.ask(f"SINCE{station},{last}"))["count"]
    if count == 0:
        break
    for _ in range(count):
        line = talk.line()
        last = json.loads(line)["id"]
        say("STORED", line)
say("COUNTED", counted)
say("DONE")
