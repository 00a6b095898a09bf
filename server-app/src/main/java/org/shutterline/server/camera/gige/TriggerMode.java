package org.shutterline.server.camera.gige;

/** What makes the camera expose. */
enum TriggerMode {
    /** Each picture is asked for. */
    SOFTWARE("Software"),
    /** A rising edge at an input of the camera. */
    LINE0("Line0"),
    LINE1("Line1"),
    LINE2("Line2"),
    LINE3("Line3"),
    /** Nothing: it runs at its frame rate. */
    FREE("");

    private final String source;

    TriggerMode(String source) {
        this.source = source;
    }

    /** Its {@code TriggerSource} in GenICam. */
    String source() {
        return source;
    }

    boolean isLine() {
        return this != SOFTWARE && this != FREE;
    }
}
