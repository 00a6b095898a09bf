package org.shutterline.server.camera.video;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.shutterline.server.spi.CameraIdentity;
import org.shutterline.server.spi.FoundCamera;

/**
 * The cameras at sockets of this computer, as Linux lists them. A camera's number changes, so its lasting name is used: that of its
 * serial number, or where it has none, or another one has the same, that of its socket. By maker and model alone Linux has one name
 * for all cameras of that model, and gives it to any of them.
 */
final class LinuxDevices {
    private final Path system;
    private final Path devices;

    /**
     * @param system usually {@code /sys/class/video4linux}
     * @param devices usually {@code /dev}
     */
    LinuxDevices(Path system, Path devices) {
        this.system = system;
        this.devices = devices;
    }

    /** Those that take pictures; one camera may have further devices, for what it tells about them. */
    List<FoundCamera> found() {
        return names().map(name -> {
                    CameraIdentity identity = identity(name);
                    String device = lasting(name, !identity.serial().isEmpty()).toString();
                    return new FoundCamera(at(device, identity), Map.of("device", device));
                })
                .toList();
    }

    private Stream<String> names() {
        return list(system).stream()
                .map(Path::getFileName)
                .map(Path::toString)
                .filter(name -> name.startsWith("video")
                        && text(system.resolve(name).resolve("index")).equals("0"));
    }

    /** @param device a path, of any of its names */
    CameraIdentity identityAt(String device) {
        try {
            return at(
                    device, identity(Path.of(device).toRealPath().getFileName().toString()));
        } catch (IOException | RuntimeException unknown) {
            return new CameraIdentity("", "", "", device);
        }
    }

    private static CameraIdentity at(String device, CameraIdentity identity) {
        return new CameraIdentity(identity.maker(), identity.model(), identity.serial(), device);
    }

    /** A serial number that another camera has too is none: cheap ones are all given the same. */
    private CameraIdentity identity(String name) {
        String maker = plate(name, "manufacturer");
        String serial = plate(name, "serial");
        boolean shared = names().anyMatch(other -> !other.equals(name)
                && plate(other, "serial").equals(serial)
                && !usb(other).equals(usb(name)));
        return new CameraIdentity(maker, text(system.resolve(name).resolve("name")), shared ? "" : serial, "");
    }

    private String plate(String name, String line) {
        return usb(name).map(folder -> text(folder.resolve(line))).orElse("");
    }

    /** The camera whose part this is: the folder above that of the interface has what is on its type plate. */
    private Optional<Path> usb(String name) {
        try {
            Path folder = system.resolve(name).resolve("device").toRealPath();
            return Optional.ofNullable(folder.getParent()).filter(above -> Files.exists(above.resolve("idVendor")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** By its serial number, else by its socket; what has neither, such as one that a program plays, by its number. */
    private Path lasting(String name, boolean hasSerial) {
        Path plain = devices.resolve(name);
        for (String folder : hasSerial ? List.of("v4l/by-id", "v4l/by-path") : List.of("v4l/by-path")) {
            for (Path link : list(devices.resolve(folder))) {
                if (leadsTo(link, plain)) {
                    return link;
                }
            }
        }
        return plain;
    }

    private static boolean leadsTo(Path link, Path plain) {
        try {
            return link.toRealPath().equals(plain.toRealPath());
        } catch (IOException dangling) {
            return false;
        }
    }

    private static List<Path> list(Path folder) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            all.forEach(entries::add);
        } catch (IOException none) {
            return List.of();
        }
        entries.sort(Comparator.naturalOrder());
        return entries;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException none) {
            return "";
        }
    }
}
