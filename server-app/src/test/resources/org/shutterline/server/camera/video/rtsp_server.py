"""An RTSP camera: pictures of upright bars that show their number, as H.264 or JPEG.

Arguments: port, pictures a second, "h264" or "jpeg", and the scene: "counts", "still" where all
pictures show the number 1, or "noisy" where they show a slope with the noise of a sensor. Prints "ready", then a line "number nanoseconds" for each picture
just before it is handed to the encoder, by the monotonic clock.
"""

import random
import sys
import time

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtspServer  # noqa: E402

WIDTH, HEIGHT, BITS = 320, 240, 16
ENCODERS = {
    "h264": "x264enc tune=zerolatency speed-preset=ultrafast key-int-max=10 ! rtph264pay name=pay0 pt=96",
    "jpeg": "jpegenc ! rtpjpegpay name=pay0 pt=26",
}


def picture(number):
    bar = WIDTH // BITS
    row = b"".join((b"\xff" if number >> bit & 1 else b"\x00") * bar for bit in range(BITS))
    return row * HEIGHT


def noisy(dice):
    return bytes(round(40 + (x + y) / 4 + dice.gauss(0, 1.5)) for y in range(HEIGHT) for x in range(WIDTH))


class Counting(GstRtspServer.RTSPMediaFactory):
    def __init__(self, rate, encoder, scene):
        super().__init__()
        self.rate = rate
        self.scene = scene
        self.noisy = [noisy(random.Random(seed)) for seed in range(40)] if scene == "noisy" else []
        self.number = 0
        self.source = None
        self.set_shared(True)
        self.set_launch(
            "( appsrc name=source is-live=true do-timestamp=true format=time block=false"
            f" caps=video/x-raw,format=GRAY8,width={WIDTH},height={HEIGHT},framerate={rate}/1"
            f" ! videoconvert ! video/x-raw,format=I420 ! {ENCODERS[encoder]} )"
        )
        self.connect("media-configure", self.configure)
        GLib.timeout_add(1000 // rate, self.tick)

    def configure(self, _factory, media):
        self.source = media.get_element().get_child_by_name("source")
        media.connect("unprepared", self.end)

    def end(self, _media):
        self.source = None

    def seen(self):
        if self.noisy:
            return self.noisy[self.number % len(self.noisy)]
        return picture(1 if self.scene == "still" else self.number)

    def tick(self):
        if self.source is not None:
            self.number += 1
            print(self.number, time.monotonic_ns(), flush=True)
            self.source.emit("push-buffer", Gst.Buffer.new_wrapped(self.seen()))
        return True


def main():
    port, rate, encoder, scene = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4]
    Gst.init(None)
    server = GstRtspServer.RTSPServer()
    server.set_address("127.0.0.1")
    server.set_service(port)
    server.get_mount_points().add_factory("/live", Counting(rate, encoder, scene))
    if server.attach(None) == 0:
        sys.exit("port " + port + " is taken")
    print("ready", flush=True)
    GLib.MainLoop().run()


main()
