package org.shutterline.server.camera.gige;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraIdentity;

/** An open camera: its settings and its trigger. Every call may take as long as the camera does not answer, about 3 s. */
final class GenicamDevice {
    private final Natives natives;
    private final Aravis aravis;
    private final Pointer camera;
    private final Pointer device;
    private final boolean isGigE;
    private final String address;

    GenicamDevice(Natives natives, CameraList.Opened opened) {
        this.natives = natives;
        this.aravis = natives.aravis();
        this.camera = opened.camera();
        this.address = opened.address();
        this.device = aravis.arv_camera_get_device(camera);
        this.isGigE = aravis.arv_camera_is_gv_device(camera);
    }

    Natives natives() {
        return natives;
    }

    CameraIdentity identity() throws CameraException {
        return new CameraIdentity(
                Natives.text(natives.call("read its maker", e -> aravis.arv_camera_get_vendor_name(camera, e))),
                Natives.text(natives.call("read its model", e -> aravis.arv_camera_get_model_name(camera, e))),
                Natives.text(natives.call(
                        "read its serial number", e -> aravis.arv_camera_get_device_serial_number(camera, e))),
                address);
    }

    /** Whether it still answers to us and to nobody else, as far as is known without asking it. */
    boolean isOurs() {
        return !isGigE || aravis.arv_gv_device_is_controller(device);
    }

    /** @throws CameraException if it is not ours */
    void checkOurs() throws CameraException {
        if (!isOurs()) {
            throw new CameraException(
                    CameraException.Kind.CAMERA_AWAY,
                    "the camera does not answer any more, or another program took it");
        }
    }

    /** Sets any feature by its name; the value {@code execute} runs a command. */
    void set(String feature, String value) throws CameraException {
        String assignment = value.equals("execute") ? feature : feature + "=\"" + value + "\"";
        natives.run(
                "set " + feature + " to " + value,
                e -> aravis.arv_device_set_features_from_string(device, assignment, e));
    }

    void untrigger() throws CameraException {
        natives.run("switch its triggers off", e -> aravis.arv_camera_clear_triggers(camera, e));
    }

    /** Exposes on a rising edge of this source only. */
    void triggerBy(TriggerMode mode) throws CameraException {
        natives.run(
                "let it be triggered by " + mode.source(),
                e -> aravis.arv_camera_set_trigger(camera, mode.source(), e));
    }

    void trigger() throws CameraException {
        natives.run("trigger the camera", e -> aravis.arv_camera_software_trigger(camera, e));
    }

    void start() throws CameraException {
        natives.run("start the camera", e -> aravis.arv_camera_start_acquisition(camera, e));
    }

    void stop() throws CameraException {
        natives.run("stop the camera", e -> aravis.arv_camera_stop_acquisition(camera, e));
    }

    void takeWithoutEnd() throws CameraException {
        natives.run(
                "set its acquisition mode", e -> aravis.arv_camera_set_acquisition_mode(camera, Aravis.CONTINUOUS, e));
    }

    void pixelFormat(String name) throws CameraException {
        natives.run(
                "set the pixel format " + name, e -> aravis.arv_camera_set_pixel_format_from_string(camera, name, e));
    }

    void region(int x, int y, int widthPx, int heightPx) throws CameraException {
        natives.run(
                "set the region " + widthPx + " x " + heightPx + " at " + x + ", " + y,
                e -> aravis.arv_camera_set_region(camera, x, y, widthPx, heightPx, e));
    }

    /** x, y, width, height. */
    int[] region() throws CameraException {
        IntByReference[] r = {new IntByReference(), new IntByReference(), new IntByReference(), new IntByReference()};
        natives.run("read its region", e -> aravis.arv_camera_get_region(camera, r[0], r[1], r[2], r[3], e));
        return new int[] {r[0].getValue(), r[1].getValue(), r[2].getValue(), r[3].getValue()};
    }

    int mostWidthPx() throws CameraException {
        IntByReference most = new IntByReference();
        natives.run("read its width", e -> aravis.arv_camera_get_width_bounds(camera, new IntByReference(), most, e));
        return most.getValue();
    }

    int mostHeightPx() throws CameraException {
        IntByReference most = new IntByReference();
        natives.run("read its height", e -> aravis.arv_camera_get_height_bounds(camera, new IntByReference(), most, e));
        return most.getValue();
    }

    void exposureUs(double time) throws CameraException {
        need(
                natives.call("ask for exposure", e -> aravis.arv_camera_is_exposure_time_available(camera, e)),
                "exposure");
        if (natives.call("ask for auto exposure", e -> aravis.arv_camera_is_exposure_auto_available(camera, e))) {
            natives.run(
                    "switch auto exposure off",
                    e -> aravis.arv_camera_set_exposure_time_auto(camera, Aravis.AUTO_OFF, e));
        }
        natives.run("set the exposure " + time + " us", e -> aravis.arv_camera_set_exposure_time(camera, time, e));
    }

    /** What it exposes now, in us; 0 if it cannot tell. */
    double exposureUs() throws CameraException {
        boolean told = natives.call("ask for exposure", e -> aravis.arv_camera_is_exposure_time_available(camera, e));
        return told ? natives.call("read the exposure", e -> aravis.arv_camera_get_exposure_time(camera, e)) : 0;
    }

    void gainDb(double gain) throws CameraException {
        need(natives.call("ask for gain", e -> aravis.arv_camera_is_gain_available(camera, e)), "gain");
        if (natives.call("ask for auto gain", e -> aravis.arv_camera_is_gain_auto_available(camera, e))) {
            natives.run("switch auto gain off", e -> aravis.arv_camera_set_gain_auto(camera, Aravis.AUTO_OFF, e));
        }
        natives.run("set the gain " + gain + " dB", e -> aravis.arv_camera_set_gain(camera, gain, e));
    }

    /** Sets the frame rate; the library switches triggers off for it. */
    void frameRate(double rate) throws CameraException {
        need(
                natives.call("ask for frame rate", e -> aravis.arv_camera_is_frame_rate_available(camera, e)),
                "frame rate");
        natives.run("set the frame rate " + rate + "/s", e -> aravis.arv_camera_set_frame_rate(camera, rate, e));
    }

    private static void need(boolean there, String what) throws CameraException {
        if (!there) {
            throw new CameraException(CameraException.Kind.CAMERA_AWAY, "this camera has no " + what + " to set");
        }
    }

    /** Of the packets of a network camera; another kind has none. */
    void packetSize(int bytes) throws CameraException {
        if (isGigE) {
            aravis.arv_camera_gv_set_packet_size_adjustment(camera, Aravis.PACKET_SIZE_NEVER_ADJUSTED);
            natives.run(
                    "set packets of " + bytes + " bytes", e -> aravis.arv_camera_gv_set_packet_size(camera, bytes, e));
        }
    }

    /** Bytes that the camera sends for a picture; read from the camera each time. */
    int payloadBytes() throws CameraException {
        return natives.call("read its payload", e -> aravis.arv_camera_get_payload(camera, e));
    }

    /**
     * A stream with a plain socket of its own. The library's packet socket, which it prefers where it is allowed to, hears every
     * packet of the network until its filter is set, those of other cameras too, and is full after 80 ms in which nobody reads.
     *
     * @param pictureBytes what comes for one picture
     */
    PictureStream stream(int pictureBytes) throws CameraException {
        if (isGigE) {
            aravis.arv_gv_device_set_stream_options(device, Aravis.NO_PACKET_SOCKET);
        }
        Pointer stream = natives.call(
                "make a stream", e -> aravis.arv_camera_create_stream(camera, Pointer.NULL, Pointer.NULL, e));
        return new PictureStream(natives, stream, isGigE, pictureBytes);
    }

    /** Gives the camera back. */
    void close() {
        natives.objects().g_object_unref(camera);
    }
}
