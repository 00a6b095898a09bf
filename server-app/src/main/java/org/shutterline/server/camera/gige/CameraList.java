package org.shutterline.server.camera.gige;

import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraIdentity;
import org.shutterline.server.spi.FoundCamera;

/**
 * The library's list of cameras. There is one in the process, and its texts die when it is made anew, which opening a
 * camera may do: hence one lock for all of it.
 */
final class CameraList {
    private static final Object LOCK = new Object();

    private final Natives natives;

    /** An open camera, and where it is. */
    record Opened(Pointer camera, String address) {}

    private record Entry(String id, CameraIdentity identity) {}

    CameraList(Natives natives) {
        this.natives = natives;
    }

    /** Asks the network and the USB for cameras; takes a second. */
    List<FoundCamera> find() {
        return entries().stream().map(CameraList::found).toList();
    }

    /** Opens the one that the settings name. A known address needs no search and opens at once. */
    Opened open(GigeSettings settings) throws CameraException {
        synchronized (LOCK) {
            if (settings.address().isPresent()) {
                String address = settings.address().get();
                return new Opened(open(address, settings), address);
            }
            Optional<Entry> entry = entries().stream()
                    .filter(e -> e.identity().serial().equals(settings.serial().orElse("")))
                    .findFirst();
            if (entry.isEmpty()) {
                throw new CameraException(
                        CameraException.Kind.CAMERA_AWAY, "there is no camera with " + settings.which());
            }
            return new Opened(
                    open(entry.get().id(), settings), entry.get().identity().address());
        }
    }

    private Pointer open(String id, GigeSettings settings) throws CameraException {
        return natives.call(
                "open the camera " + settings.which(), error -> natives.aravis().arv_camera_new(id, error));
    }

    private List<Entry> entries() {
        synchronized (LOCK) {
            Aravis aravis = natives.aravis();
            aravis.arv_update_device_list();
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < aravis.arv_get_n_devices(); i++) {
                CameraIdentity identity = new CameraIdentity(
                        Natives.text(aravis.arv_get_device_vendor(i)),
                        Natives.text(aravis.arv_get_device_model(i)),
                        Natives.text(aravis.arv_get_device_serial_nbr(i)),
                        Natives.text(aravis.arv_get_device_address(i)));
                entries.add(new Entry(Natives.text(aravis.arv_get_device_id(i)), identity));
            }
            return entries;
        }
    }

    private static FoundCamera found(Entry entry) {
        CameraIdentity identity = entry.identity();
        Map<String, Object> settings = identity.serial().isEmpty()
                ? Map.of(GigeSettings.ADDRESS.key(), identity.address())
                : Map.of(GigeSettings.SERIAL.key(), identity.serial());
        return new FoundCamera(identity, settings);
    }
}
