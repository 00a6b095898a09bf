package org.shutterline.server.tool.text;

/** Whether a date in the text is judged; named in job files. */
enum DateRule {
    NONE,
    TODAY,
    /** Between two days, counted from the day of the picture. */
    WITHIN
}
