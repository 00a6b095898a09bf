package org.shutterline.server.tool;

/** Whether the wanted patches are darker or lighter than what is around them. */
enum Polarity {
    DARK,
    LIGHT
}
