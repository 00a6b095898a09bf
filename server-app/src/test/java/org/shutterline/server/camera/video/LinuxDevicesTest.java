package org.shutterline.server.camera.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.server.spi.CameraIdentity;
import org.shutterline.server.spi.FoundCamera;

/** On folders laid out as Linux does. */
@DisabledOnOs(OS.WINDOWS)
class LinuxDevicesTest {
    @TempDir
    Path root;

    private Path system;
    private Path devices;
    private LinuxDevices linux;

    @BeforeEach
    void twoCameras() throws IOException {
        root = root.toRealPath();
        system = Files.createDirectories(root.resolve("sys/class/video4linux"));
        devices = Files.createDirectories(root.resolve("dev/v4l/by-id"))
                .getParent()
                .getParent();
        Files.createDirectories(devices.resolve("v4l/by-path"));
        Path usb = Files.createDirectories(root.resolve("sys/devices/usb1/1-2"));
        Files.writeString(usb.resolve("idVendor"), "046d\n");
        Files.writeString(usb.resolve("manufacturer"), "Example Optics\n");
        Files.writeString(usb.resolve("serial"), "8A3F01\n");
        node("video2", "HD Camera", "0", Files.createDirectories(usb.resolve("1-2:1.0")));
        node("video3", "HD Camera", "1", usb.resolve("1-2:1.0"));
        node("video0", "Loopback", "0", Files.createDirectories(root.resolve("sys/devices/virtual/loop")));
        Files.createSymbolicLink(devices.resolve("v4l/by-id/usb-Example_8A3F01-video-index0"), Path.of("../../video2"));
        Files.createSymbolicLink(devices.resolve("v4l/by-id/usb-Example_8A3F01-video-index1"), Path.of("../../video3"));
        Files.createSymbolicLink(devices.resolve("v4l/by-path/gone"), Path.of("../../video9"));
        linux = new LinuxDevices(system, devices);
    }

    @Test
    void findsEachCameraOnceByItsLastingName() {
        String lasting =
                devices.resolve("v4l/by-id/usb-Example_8A3F01-video-index0").toString();
        String plain = devices.resolve("video0").toString();

        assertThat(linux.found())
                .containsExactly(
                        new FoundCamera(new CameraIdentity("", "Loopback", "", plain), Map.of("device", plain)),
                        new FoundCamera(
                                new CameraIdentity("Example Optics", "HD Camera", "8A3F01", lasting),
                                Map.of("device", lasting)));
    }

    @Test
    void knowsACameraByAnyOfItsNames() {
        String plain = devices.resolve("video2").toString();

        assertThat(linux.identityAt(plain))
                .isEqualTo(new CameraIdentity("Example Optics", "HD Camera", "8A3F01", plain));
        assertThat(linux.identityAt("nowhere")).isEqualTo(new CameraIdentity("", "", "", "nowhere"));
    }

    @Test
    void findsNothingWhereThereIsNothing() {
        assertThat(new LinuxDevices(root.resolve("none"), devices).found()).isEmpty();
    }

    /** Linux knows both by the one name of their model, and gives it to the one that it saw last. */
    @Test
    void twoOfOneModelWithoutASerialNumberAreKnownByTheirSockets() throws IOException {
        usb("1-3", "");
        usb("1-4", "");
        node("video4", "Cheap Camera", "0", root.resolve("sys/devices/usb1/1-3/part"));
        node("video6", "Cheap Camera", "0", root.resolve("sys/devices/usb1/1-4/part"));
        link("by-id/usb-Cheap_Camera-video-index0", "video6");
        String one = link("by-path/pci-0000:00:14.0-usb-0:3:1.0-video-index0", "video4");
        String other = link("by-path/pci-0000:00:14.0-usb-0:4:1.0-video-index0", "video6");

        assertThat(linux.found())
                .contains(
                        new FoundCamera(new CameraIdentity("Cheap", "Cheap Camera", "", one), Map.of("device", one)),
                        new FoundCamera(
                                new CameraIdentity("Cheap", "Cheap Camera", "", other), Map.of("device", other)));
    }

    @Test
    void aSerialNumberThatTwoHaveIsNone() throws IOException {
        usb("1-3", "01.00.00");
        usb("1-4", "01.00.00");
        node("video4", "Cheap Camera", "0", root.resolve("sys/devices/usb1/1-3/part"));
        node("video5", "Cheap Camera", "1", root.resolve("sys/devices/usb1/1-3/part"));
        node("video6", "Cheap Camera", "0", root.resolve("sys/devices/usb1/1-4/part"));
        link("by-id/usb-Cheap_Camera_01.00.00-video-index0", "video6");
        String one = link("by-path/pci-0000:00:14.0-usb-0:3:1.0-video-index0", "video4");
        String other = link("by-path/pci-0000:00:14.0-usb-0:4:1.0-video-index0", "video6");

        assertThat(linux.found())
                .extracting(found -> found.settings().get("device"))
                .contains(one, other);
        assertThat(linux.identityAt(one)).isEqualTo(new CameraIdentity("Cheap", "Cheap Camera", "", one));
        assertThat(linux.identityAt(other)).isEqualTo(new CameraIdentity("Cheap", "Cheap Camera", "", other));
    }

    private void usb(String socket, String serial) throws IOException {
        Path usb = Files.createDirectories(root.resolve("sys/devices/usb1/" + socket));
        Files.createDirectories(usb.resolve("part"));
        Files.writeString(usb.resolve("idVendor"), "1bcf\n");
        Files.writeString(usb.resolve("manufacturer"), "Cheap\n");
        if (!serial.isEmpty()) {
            Files.writeString(usb.resolve("serial"), serial + "\n");
        }
    }

    private String link(String name, String device) throws IOException {
        return Files.createSymbolicLink(devices.resolve("v4l").resolve(name), Path.of("../../" + device))
                .toString();
    }

    private void node(String name, String title, String index, Path part) throws IOException {
        Files.createFile(devices.resolve(name));
        Path node = Files.createDirectory(system.resolve(name));
        Files.writeString(node.resolve("name"), title + "\n");
        Files.writeString(node.resolve("index"), index + "\n");
        Files.createSymbolicLink(node.resolve("device"), part);
    }
}
