package org.shutterline.server.camera.gige;

import com.sun.jna.Library;
import com.sun.jna.Pointer;

/** What is used of GLib itself. */
interface GLib extends Library {
    void g_error_free(Pointer error);
}
