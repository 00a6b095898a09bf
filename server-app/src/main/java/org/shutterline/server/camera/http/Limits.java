package org.shutterline.server.camera.http;

/**
 * What a camera may take.
 *
 * @param connectMs until it can be connected to
 * @param answerMs from the question until the whole picture is there
 * @param mostBytes of one picture
 */
record Limits(int connectMs, int answerMs, int mostBytes) {}
