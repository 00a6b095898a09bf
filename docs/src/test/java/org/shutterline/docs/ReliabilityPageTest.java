package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every promise of the page has a test that is there, and every promise that was made is on the page. */
final class ReliabilityPageTest {
    private static final List<String> ROWS = List.of(
            "P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9", "P10", "P11", "N1", "N2", "K1", "K2", "K3", "K4",
            "K5", "K6", "K7", "S1", "S2", "S3", "S4", "S5", "S6", "X1", "X2", "C1", "C2", "C3", "C4", "C5", "C6", "C7",
            "C8", "C9", "C10");

    private static final Pattern ROW = Pattern.compile("^\\| ([A-Z]\\d+) \\|(.*)\\|$");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");
    private static final int CELLS = 5;

    @Test
    void everyPromiseHasItsLine() throws IOException {
        assertThat(rows().keySet()).containsExactlyElementsOf(ROWS);
        assertThat(rows().values())
                .allSatisfy(row -> assertThat(row.split("\\|")).hasSize(CELLS));
    }

    @Test
    void everyPromiseHasATestThatIsThere() throws IOException {
        Set<String> tests = tests();
        assertThat(tests).hasSizeGreaterThan(100);
        rows().forEach((row, text) -> {
            List<String> named =
                    TEST.matcher(text).results().map(found -> found.group(1)).toList();
            assertThat(named).as("the tests of row %s", row).isNotEmpty();
            assertThat(tests).as("the tests of row %s", row).containsAll(named);
        });
    }

    @Test
    void everyPromiseWasSeenBrokenOnce() throws IOException {
        assertThat(rows().values())
                .allSatisfy(row -> assertThat(row.split("\\|")[CELLS - 1].strip())
                        .isNotEmpty()
                        .isNotEqualTo("not yet"));
    }

    private static Map<String, String> rows() throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of("reliability.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                assertThat(rows.put(row.group(1), row.group(2)))
                        .as("row %s twice", row.group(1))
                        .isNull();
            }
        }
        return rows;
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> files = Stream.of("protocol", "look", "server-app", "client-app", "docs")
                .flatMap(module -> walk(Path.of("..", module, "src", "test", "java")))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java") || name.endsWith("IT.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<Path> walk(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
