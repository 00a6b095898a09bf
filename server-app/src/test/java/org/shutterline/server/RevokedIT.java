package org.shutterline.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.Secret;
import org.shutterline.server.access.Users;
import org.shutterline.server.archive.AuditTrail;

/** Whoever is taken out of the users while he is connected has to go, and the books tell of it. */
class RevokedIT {
    private static final Secret PASSWORD = Secret.of("correct horse");

    @TempDir
    Path data;

    @Test
    void whoeverWasRemovedIsClosedAndWhoeverStaysIsNot() throws Exception {
        Files.createDirectories(data.resolve("jobs"));
        Files.writeString(data.resolve("jobs/nothing.yaml"), "tools: []");
        Files.writeString(data.resolve("settings.yaml"), """
                listeners: [{dialect: plain, port: 0}]
                stations: [{number: 1, job: nothing, camera: {driver: simulated}}]
                """);
        Users users = new Users(data);
        users.add("anna", Role.ADMIN, PASSWORD);
        users.add("bert", Role.ADMIN, PASSWORD);
        try (Server server =
                Server.start(new Wishes(data, Optional.empty(), false, Optional.of(0), false), traffic -> {})) {
            InetSocketAddress address = server.listeners().get(0).address();
            try (BarePeer anna = new BarePeer(address);
                    BarePeer bert = new BarePeer(address)) {
                assertThat(anna.says("LOGIN,anna,correct horse\n").line()).startsWith("LOGIN,OK");
                assertThat(bert.says("LOGIN,bert,correct horse\n").line()).startsWith("LOGIN,OK");
                users.remove("anna");
                assertThat(anna.line()).as("the end of the connection").isEmpty();
                assertThat(bert.says("PING\n").line()).isEqualTo("PING,OK");
            }
        }
        List<String> deeds = new ArrayList<>();
        try (AuditTrail books = AuditTrail.open(data)) {
            books.each(row -> deeds.add(row.deed()));
        }
        assertThat(deeds).contains("user anna is gone");
    }
}
