package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.LeastRole;
import org.shutterline.protocol.message.Role;
import org.shutterline.server.access.Act;

/** The table of who may do what on the page is the one by which the server decides. */
final class SecurityPageTest {
    @Test
    void theTableIsThatOfTheServer() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("security.md"));
        assertThat(lines).contains(row("none", Optional.empty()));
        for (Role role : Role.values()) {
            assertThat(lines).contains(row(role.name(), Optional.of(role)));
        }
    }

    @Test
    void theTableOfTheWindowIsThatOfTheServer() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("security.md"));
        for (Role role : Role.values()) {
            assertThat(lines)
                    .contains("| " + role + " | "
                            + Arrays.stream(Act.values())
                                    .filter(act -> act.least() == role)
                                    .map(act -> "`" + act + "`")
                                    .sorted()
                                    .collect(Collectors.joining(" "))
                            + " |");
        }
    }

    private static String row(String name, Optional<Role> role) {
        return "| " + name + " | "
                + Arrays.stream(Command.class.getPermittedSubclasses())
                        .map(kind -> kind.asSubclass(Command.class))
                        .filter(kind -> LeastRole.of(kind).equals(role))
                        .map(Class::getSimpleName)
                        .sorted()
                        .map(kind -> "`" + kind + "`")
                        .collect(Collectors.joining(" "))
                + " |";
    }
}
