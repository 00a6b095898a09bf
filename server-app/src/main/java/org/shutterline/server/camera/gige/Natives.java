package org.shutterline.server.camera.gige;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.server.spi.CameraException;

/** The libraries that the driver calls, and how their errors become exceptions. Safe for all threads. */
record Natives(Aravis aravis, GObject objects, GLib glib) {
    /** The names under which systems know the library: Linux without and with its headers, macOS, Windows. */
    static final List<String> ARAVIS = List.of("libaravis-0.8.so.0", "aravis-0.8", "libaravis-0.8-0");

    private static final List<String> GOBJECT = List.of("libgobject-2.0.so.0", "gobject-2.0", "libgobject-2.0-0");
    private static final List<String> GLIB = List.of("libglib-2.0.so.0", "glib-2.0", "libglib-2.0-0");

    /** GLib breaks if a library with types of its own is unloaded and loaded again, which JNA does with what is forgotten. */
    private static final Map<String, Object> FOR_GOOD =
            Platform.isWindows() ? Map.of() : Map.of(Library.OPTION_OPEN_FLAGS, flagsForGood());

    /** One call into the library. */
    @FunctionalInterface
    interface Call<T> {
        T into(PointerByReference error);
    }

    /** One call into the library that returns nothing. */
    @FunctionalInterface
    interface Deed {
        void into(PointerByReference error);
    }

    /**
     * Loads the libraries that are installed; a second time costs little.
     *
     * @param aravisNames what the library may be called
     * @throws CameraException if one is missing; says what to install
     */
    static Natives load(List<String> aravisNames) throws CameraException {
        return new Natives(load(aravisNames, Aravis.class), load(GOBJECT, GObject.class), load(GLIB, GLib.class));
    }

    private static int flagsForGood() {
        int now = 0x2;
        return Platform.isMac() ? now | 0x8 | 0x80 : now | 0x100 | 0x1000;
    }

    private static <L extends Library> L load(List<String> names, Class<L> type) throws CameraException {
        for (String name : names) {
            try {
                return Native.load(name, type, FOR_GOOD);
            } catch (UnsatisfiedLinkError notThisName) {
                continue;
            }
        }
        throw new CameraException(
                CameraException.Kind.CAMERA_AWAY,
                "libaravis-0.8 is not installed; on Debian: apt install libaravis-0.8-0, on macOS: brew install aravis,"
                        + " on Windows: its folder of DLLs must be in PATH");
    }

    /**
     * Calls, and tells what went wrong.
     *
     * @param what what was tried, for people: {@code "set the exposure time"}
     * @throws CameraException with CAMERA_AWAY for every error that the library tells
     */
    <T> T call(String what, Call<T> call) throws CameraException {
        PointerByReference place = new PointerByReference();
        T result = call.into(place);
        Optional<Pointer> error = Optional.ofNullable(place.getValue());
        if (error.isPresent()) {
            throw told(what, error.get());
        }
        return result;
    }

    /** @see #call */
    void run(String what, Deed deed) throws CameraException {
        call(what, error -> {
            deed.into(error);
            return true;
        });
    }

    private CameraException told(String what, Pointer error) {
        int code = error.getInt(4);
        String message = text(error.getPointer(8));
        glib.g_error_free(error);
        String why = code == Aravis.NOT_CONTROLLER
                ? "another program holds the camera, or one that died a moment ago, or it was started anew (" + message
                        + ")"
                : message;
        return new CameraException(CameraException.Kind.CAMERA_AWAY, "could not " + what + ": " + why);
    }

    /** A text of the library, empty if it has none. */
    static String text(Pointer words) {
        return Optional.ofNullable(words).map(there -> there.getString(0)).orElse("");
    }
}
