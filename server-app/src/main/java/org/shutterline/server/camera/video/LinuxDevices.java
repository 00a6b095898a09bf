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
import org.shutterline.server.spi.CameraIdentity;
import org.shutterline.server.spi.FoundCamera;

/** The cameras at sockets of this computer, as Linux lists them. A camera's number changes, so its lasting name is used. */
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
        return list(system).stream()
                .map(Path::getFileName)
                .map(Path::toString)
                .filter(name -> name.startsWith("video")
                        && text(system.resolve(name).resolve("index")).equals("0"))
                .map(name -> {
                    String device = lasting(name).toString();
                    return new FoundCamera(identity(device, name), Map.of("device", device));
                })
                .toList();
    }

    /** @param device a path, of any of its names */
    CameraIdentity identity(String device) {
        try {
            return identity(device, Path.of(device).toRealPath().getFileName().toString());
        } catch (IOException | RuntimeException unknown) {
            return new CameraIdentity("", "", "", device);
        }
    }

    private CameraIdentity identity(String device, String name) {
        Path node = system.resolve(name);
        Optional<Path> usb = usb(node.resolve("device"));
        String maker = usb.map(folder -> text(folder.resolve("manufacturer"))).orElse("");
        String serial = usb.map(folder -> text(folder.resolve("serial"))).orElse("");
        return new CameraIdentity(maker, text(node.resolve("name")), serial, device);
    }

    /** The camera whose part this is: the folder above that of the interface has what is on its type plate. */
    private static Optional<Path> usb(Path part) {
        try {
            Path folder = part.toRealPath();
            return Optional.ofNullable(folder.getParent()).filter(above -> Files.exists(above.resolve("idVendor")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** By its maker and serial number, else by its socket, else by its number. */
    private Path lasting(String name) {
        Path plain = devices.resolve(name);
        for (String folder : List.of("v4l/by-id", "v4l/by-path")) {
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
