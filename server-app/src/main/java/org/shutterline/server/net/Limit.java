package org.shutterline.server.net;

/** Something of which a peer gets only so much. */
public enum Limit {
    /** Connections at all listeners together. */
    CONNECTIONS("connections"),
    /** Connections at one listener. */
    CONNECTIONS_OF_LISTENER("connectionsOfListener"),
    /** Connections from one address. */
    CONNECTIONS_OF_ADDRESS("connectionsOfAddress"),
    /** Connections begun within a second from one address. */
    CONNECTS_A_SECOND("connectsASecond"),
    /** Connections at one listener that have yet to log in. */
    STRANGERS("strangers"),
    /** Of them from one address. */
    STRANGERS_OF_ADDRESS("strangersOfAddress"),
    /** From connecting to logging in. */
    LOGIN_TIME("loginTime"),
    /** What is sent before logging in. */
    LOGIN_BYTES("loginBytes"),
    /** The length of a line. */
    LINE_BYTES("lineBytes"),
    /** From the first byte of a line to its end. */
    LINE_TIME("lineTime"),
    /** Requests without an answer. */
    UNANSWERED("unanswered"),
    /** Requests with a tag and without an answer. */
    TAGGED("tagged"),
    /** Lines that a peer promised and did not send. */
    HEARTBEAT("heartbeat"),
    /** Output that a peer does not take. */
    WRITE_TIME("writeTime"),
    /** Output that waits for one peer. */
    OUTPUT("output"),
    /** Output that waits for all peers together. */
    OUTPUT_TOGETHER("outputTogether"),
    /** Pictures on their way to all peers together. */
    PICTURES_AT_ONCE("picturesAtOnce"),
    /** Bytes a second of a picture that a peer takes too slowly. */
    PICTURE_RATE("pictureRate"),
    /** Requests that were wrong, within a minute. */
    ERRORS("errors"),
    /** A picture of a camera, without compression. */
    PICTURE_BYTES("pictureBytes");

    private final String id;

    Limit(String id) {
        this.id = id;
    }

    /** As the wire and logs name it. */
    public String id() {
        return id;
    }
}
