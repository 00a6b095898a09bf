package org.shutterline.docs;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a server says of itself, and what its system says of it. */
final class Vitals {
    private Vitals() {}

    static JsonNode status(Talk talk) throws IOException {
        return Json.read(talk.ask("STATUS"));
    }

    /** How often it says that a limit was hit. */
    static long hits(Talk talk, String limit) throws IOException {
        return status(talk).get("limits").get(limit).asLong();
    }

    /** What the process takes of the machine's memory. Linux alone. */
    static int residentMb(RealServer server) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(server.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }
}
