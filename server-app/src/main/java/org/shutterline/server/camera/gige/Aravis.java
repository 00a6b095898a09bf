package org.shutterline.server.camera.gige;

import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;

/** The functions of libaravis 0.8 that are used, as its headers declare them. What ends in an error takes a place for it. */
interface Aravis extends Library {
    /** {@code ARV_DEVICE_ERROR_NOT_CONTROLLER}: only who holds the camera may write to it. */
    int NOT_CONTROLLER = 10;

    int AUTO_OFF = 0;
    int CONTINUOUS = 0;
    int PACKET_SIZE_NEVER_ADJUSTED = 0;
    int NO_PACKET_SOCKET = 1;

    void arv_update_device_list();

    int arv_get_n_devices();

    Pointer arv_get_device_id(int index);

    Pointer arv_get_device_vendor(int index);

    Pointer arv_get_device_model(int index);

    Pointer arv_get_device_serial_nbr(int index);

    Pointer arv_get_device_address(int index);

    Pointer arv_camera_new(String id, PointerByReference error);

    Pointer arv_camera_get_device(Pointer camera);

    boolean arv_camera_is_gv_device(Pointer camera);

    Pointer arv_camera_get_vendor_name(Pointer camera, PointerByReference error);

    Pointer arv_camera_get_model_name(Pointer camera, PointerByReference error);

    Pointer arv_camera_get_device_serial_number(Pointer camera, PointerByReference error);

    boolean arv_gv_device_is_controller(Pointer device);

    void arv_gv_device_set_stream_options(Pointer device, int options);

    boolean arv_device_set_features_from_string(Pointer device, String assignment, PointerByReference error);

    void arv_camera_clear_triggers(Pointer camera, PointerByReference error);

    void arv_camera_set_trigger(Pointer camera, String source, PointerByReference error);

    void arv_camera_software_trigger(Pointer camera, PointerByReference error);

    void arv_camera_set_acquisition_mode(Pointer camera, int mode, PointerByReference error);

    void arv_camera_start_acquisition(Pointer camera, PointerByReference error);

    void arv_camera_stop_acquisition(Pointer camera, PointerByReference error);

    void arv_camera_set_region(Pointer camera, int x, int y, int width, int height, PointerByReference error);

    void arv_camera_get_region(
            Pointer camera,
            IntByReference x,
            IntByReference y,
            IntByReference width,
            IntByReference height,
            PointerByReference error);

    void arv_camera_get_width_bounds(
            Pointer camera, IntByReference least, IntByReference most, PointerByReference error);

    void arv_camera_get_height_bounds(
            Pointer camera, IntByReference least, IntByReference most, PointerByReference error);

    void arv_camera_set_pixel_format_from_string(Pointer camera, String format, PointerByReference error);

    boolean arv_camera_is_exposure_time_available(Pointer camera, PointerByReference error);

    boolean arv_camera_is_exposure_auto_available(Pointer camera, PointerByReference error);

    void arv_camera_set_exposure_time_auto(Pointer camera, int mode, PointerByReference error);

    void arv_camera_set_exposure_time(Pointer camera, double microseconds, PointerByReference error);

    double arv_camera_get_exposure_time(Pointer camera, PointerByReference error);

    boolean arv_camera_is_gain_available(Pointer camera, PointerByReference error);

    boolean arv_camera_is_gain_auto_available(Pointer camera, PointerByReference error);

    void arv_camera_set_gain_auto(Pointer camera, int mode, PointerByReference error);

    void arv_camera_set_gain(Pointer camera, double gain, PointerByReference error);

    boolean arv_camera_is_frame_rate_available(Pointer camera, PointerByReference error);

    void arv_camera_set_frame_rate(Pointer camera, double rate, PointerByReference error);

    void arv_camera_gv_set_packet_size(Pointer camera, int bytes, PointerByReference error);

    void arv_camera_gv_set_packet_size_adjustment(Pointer camera, int policy);

    int arv_camera_get_payload(Pointer camera, PointerByReference error);

    Pointer arv_camera_create_stream(Pointer camera, Pointer callback, Pointer data, PointerByReference error);

    /** 16 bits. */
    int arv_gv_stream_get_port(Pointer stream);

    Pointer arv_stream_timeout_pop_buffer(Pointer stream, long microseconds);

    void arv_stream_push_buffer(Pointer stream, Pointer buffer);

    long arv_stream_get_info_uint64_by_name(Pointer stream, String name);

    Pointer arv_buffer_new(long bytes, Pointer memory);

    int arv_buffer_get_status(Pointer buffer);

    long arv_buffer_get_frame_id(Pointer buffer);

    /** The camera's clock, in nanoseconds. */
    long arv_buffer_get_timestamp(Pointer buffer);

    int arv_buffer_get_image_width(Pointer buffer);

    int arv_buffer_get_image_height(Pointer buffer);

    int arv_buffer_get_image_pixel_format(Pointer buffer);
}
