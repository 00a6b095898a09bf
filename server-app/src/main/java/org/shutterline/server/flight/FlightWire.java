package org.shutterline.server.flight;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.shutterline.server.jobs.JobRefused;

/** What passed over the wire, as a flight record keeps it: a list with the bytes of each piece in Base64. */
final class FlightWire {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FlightWire() {}

    static byte[] written(List<WirePiece> pieces) throws IOException {
        ArrayNode list = JSON.createArrayNode();
        for (WirePiece piece : pieces) {
            list.addObject()
                    .put("at", piece.at().toString())
                    .put("who", piece.who())
                    .put("way", piece.received() ? "in" : "out")
                    .put("bytes", piece.bytes())
                    .put("further", piece.further());
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(list);
    }

    /** @param what the file and its part, for messages */
    static List<WirePiece> read(byte[] bytes, String what) throws JobRefused {
        try {
            List<WirePiece> pieces = new ArrayList<>();
            for (JsonNode piece : JSON.readTree(bytes)) {
                pieces.add(new WirePiece(
                        Instant.parse(piece.path("at").asText()),
                        piece.path("who").asText(),
                        piece.path("way").asText().equals("in"),
                        Base64.getDecoder().decode(piece.path("bytes").asText()),
                        piece.path("further").asLong()));
            }
            return List.copyOf(pieces);
        } catch (IOException | DateTimeException | IllegalArgumentException damaged) {
            throw new JobRefused(
                    what,
                    "is damaged: "
                            + String.valueOf(damaged.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""));
        }
    }
}
