package org.shutterline.server.spi;

import java.util.ArrayList;
import java.util.List;

/**
 * Which camera it is, in its own words. What it does not tell is empty.
 *
 * @param serial the number on its type plate: what a station is bound to, since an address or a socket may change
 * @param address where it is now: an IP address, a device path, a URL without name and password
 */
public record CameraIdentity(String maker, String model, String serial, String address) {
    /** Of a camera that has no identity, such as a folder of pictures. */
    public static final CameraIdentity UNTOLD = new CameraIdentity("", "", "", "");

    /** For people: {@code "Aravis Fake, serial GV01, at 127.0.0.1"}; empty if nothing is told. */
    public String words() {
        List<String> parts = new ArrayList<>();
        String name = (maker + " " + model).strip();
        if (!name.isEmpty()) {
            parts.add(name);
        }
        if (!serial.isEmpty()) {
            parts.add("serial " + serial);
        }
        if (!address.isEmpty()) {
            parts.add("at " + address);
        }
        return String.join(", ", parts);
    }
}
