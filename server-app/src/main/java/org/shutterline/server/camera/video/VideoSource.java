package org.shutterline.server.camera.video;

import java.util.Map;

/**
 * What FFmpeg is to open.
 *
 * @param format FFmpeg's name of the way in; empty if it finds out by itself
 * @param url with login; never for messages
 * @param options FFmpeg's own
 * @param shown for people, without login
 * @param place what holds for the way that pictures come
 */
record VideoSource(String format, String url, Map<String, String> options, String shown, Place place) {
    /** Where pictures come from. */
    enum Place {
        /** Read as fast as asked. */
        FILE,
        /** Native calls end when they are told to. */
        NETWORK,
        /** Native calls return at once, with or without a picture. */
        DEVICE,
        /** The same, and the time stamps are those of {@link System#nanoTime()}. */
        STAMPED_DEVICE;

        boolean isDevice() {
            return this == DEVICE || this == STAMPED_DEVICE;
        }
    }

    /** Its record would show the login. */
    @Override
    public String toString() {
        return shown;
    }
}
