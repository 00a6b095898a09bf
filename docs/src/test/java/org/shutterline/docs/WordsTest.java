package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands on the pages is what stands in the repository. */
final class WordsTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s#:]+)(?:#[^)\\s]*)?\\)");
    private static final Pattern TALK = Pattern.compile("^\\s*\\d?(->|<-).*");

    static Stream<Manual.Fence> copies() throws IOException {
        return Manual.fences().stream().filter(fence -> fence.value("file").isPresent());
    }

    static List<Path> pages() throws IOException {
        return Manual.pages();
    }

    @ParameterizedTest
    @MethodSource("copies")
    void showsAFileAsItIs(Manual.Fence fence) throws IOException {
        Path file = Path.of(fence.value("file").orElseThrow());

        assertThat(fence.lines()).isEqualTo(Files.readAllLines(file));
    }

    @Test
    void showsTheExamplesInEveryLanguage() throws IOException {
        assertThat(copies().map(Manual.Fence::language)).contains("java", "yaml", "python", "js", "csharp", "iecst");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadSomewhere(Path page) throws IOException {
        Matcher links = LINK.matcher(Files.readString(page));
        while (links.find()) {
            assertThat(page.resolveSibling(links.group(1))).exists();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void noLineOfATalkStandsOutsideOfATranscript(Path page) throws IOException {
        List<String> inTranscripts = Manual.fencesOf(page).stream()
                .filter(fence -> fence.language().equals("wire"))
                .flatMap(fence -> fence.lines().stream())
                .filter(line -> TALK.matcher(line).matches())
                .toList();

        assertThat(Files.readAllLines(page).stream()
                        .filter(line -> TALK.matcher(line).matches()))
                .isEqualTo(inTranscripts);
    }
}
