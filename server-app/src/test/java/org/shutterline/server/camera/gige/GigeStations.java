package org.shutterline.server.camera.gige;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.shutterline.server.Server;
import org.shutterline.server.Wishes;

/** Servers with one station, whose camera is the fake one at 127.0.0.1 with 1280 x 1024 px. */
final class GigeStations {
    static final int WIDTH_PX = 1280;
    static final int HEIGHT_PX = 1024;
    static final int DEADLINE_MS = 1_500;

    private GigeStations() {}

    /**
     * Starts one.
     *
     * @param data an empty folder
     * @param settings more settings of the camera, as in the file
     * @param keep which pictures are kept
     */
    static Server start(Path data, String settings, String keep) throws Exception {
        Files.createDirectories(data.resolve("jobs"));
        Files.writeString(data.resolve("jobs/plate.yaml"), """
                tools: [{id: light, tool: brightness, limits: {mean: {low: 20, high: 240}}}]
                outputs: [{name: light, value: light.mean}]
                """);
        Files.writeString(
                data.resolve("settings.yaml"), """
                listeners: [{dialect: plain, port: 0}]
                stations:
                  - number: 1
                    job: plate
                    deadlineMs: %d
                    camera:
                      driver: gige
                      settings: {address: 127.0.0.1, widthPx: %d, heightPx: %d, packetSizeBytes: 8192, exposureUs: 10000, %s}
                pictures: {keep: %s}
                """.formatted(DEADLINE_MS, WIDTH_PX, HEIGHT_PX, settings, keep));
        return Server.start(new Wishes(data, Optional.empty(), false, Optional.of(0), false), traffic -> {});
    }
}
