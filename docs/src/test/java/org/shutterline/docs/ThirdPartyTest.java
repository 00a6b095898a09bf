package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of libraries names what the poms name. */
final class ThirdPartyTest {
    private static final Pattern PROPERTY = Pattern.compile("<([a-z]+\\.version)>([^<]+)<");
    private static final Pattern LIBRARY = Pattern.compile(
            "<dependency>\\s*<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>\\s*<version>([^<]+)</version>");
    private static final Set<String> FOR_TESTS = Set.of(
            "junit-bom", "assertj-core", "assertj-swing", "awaitility", "archunit-junit5", "javacv", "jazzer-junit");

    @Test
    void namesEveryLibraryWithItsVersion() throws IOException {
        String pom = Files.readString(Path.of("..", "pom.xml"));
        Map<String, String> properties = new HashMap<>();
        Matcher property = PROPERTY.matcher(pom);
        while (property.find()) {
            properties.put("${" + property.group(1) + "}", property.group(2));
        }
        List<String> page = Files.readAllLines(Path.of("third-party.md"));
        List<String> missing = new ArrayList<>();
        int libraries = 0;
        Matcher library = LIBRARY.matcher(pom);
        while (library.find()) {
            if (library.group(1).equals("org.shutterline") || FOR_TESTS.contains(library.group(2))) {
                continue;
            }
            libraries++;
            String name = library.group(2).replace("jackson-bom", "jackson-core");
            String version = properties.getOrDefault(library.group(3), library.group(3));
            if (page.stream().noneMatch(line -> line.contains(name) && line.contains("| " + version + " |"))) {
                missing.add(name + " " + version);
            }
        }
        assertThat(libraries).isGreaterThan(10);
        assertThat(missing).isEmpty();
    }
}
