#!/usr/bin/env python3
"""A tool of your own for Shutterline: counts dark pixels. Standard library only.

In a job:  tool: external, settings: {command: [python3, external_tool.py], parameters: {below: 100}}

Standard output belongs to the answers; print to standard error what shall stand in the server's log.
"""
import json
import sys


def say(answer):
    """Writes one line, at once."""
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def inspect(picture, pixels, below):
    """Your own work: one byte a pixel, row after row from the top."""
    dark = sum(pixels.count(level) for level in range(below))
    share = 100.0 * dark / len(pixels)
    places = [at for at in (pixels.find(bytes([level])) for level in range(below)) if at >= 0]
    marks = []
    if places:
        y, x = divmod(min(places), picture["width"])
        marks.append({"kind": "cross", "points": [[x + 0.5, y + 0.5]]})
    return {
        "verdict": "OK" if dark else "NG",
        "reason": "" if dark else "nothing is dark",
        "values": {"dark": dark, "share": share},
        "marks": marks,
    }


def main():
    server = json.loads(sys.stdin.buffer.readline())
    if server.get("hello") != "server" or server.get("version") != 1:
        sys.exit("started by something else than Shutterline, or by another version")
    below = server["settings"].get("below", 100)
    # Load models and open what is slow here, before the hello: the first picture comes after it.
    say({"hello": "tool", "version": 1})

    while True:
        line = sys.stdin.buffer.readline()
        if not line:
            return  # the server is done with us
        picture = json.loads(line)
        pixels = sys.stdin.buffer.read(picture["bytes"])
        answer = inspect(picture, pixels, below)
        answer["picture"] = picture["picture"]
        say(answer)


if __name__ == "__main__":
    main()
