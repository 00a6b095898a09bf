package org.shutterline.server.camera.gige;

import com.sun.jna.Library;
import com.sun.jna.Pointer;

/** What is used of GLib's objects. */
interface GObject extends Library {
    void g_object_unref(Pointer object);

    /** Sets properties: names and values in turn, then a null. */
    void g_object_set(Pointer object, String name, Object... valueAndMore);
}
