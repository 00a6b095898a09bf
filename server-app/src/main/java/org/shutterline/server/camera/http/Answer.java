package org.shutterline.server.camera.http;

import java.net.http.HttpHeaders;

/** What came back, with {@link System#nanoTime()} of the question and of the last byte. */
record Answer(int status, HttpHeaders headers, byte[] body, long askedNanos, long arrivedNanos) {}
