package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of "Compatibility": its commands are those that the dialects know, and each does what stands beside it. */
final class CompatibilityTest {
    private static final Path PAGE = Path.of("compatibility.md");
    private static final Path DIALECTS =
            Path.of("..", "protocol", "src", "main", "java", "org", "shutterline", "protocol", "dialect");
    private static final Pattern COMMAND = Pattern.compile("(?<!\\[)`([^`]+)`(?: \\*(map|error)\\*)?");
    private static final Pattern KNOWN = Pattern.compile(
            "(?:commands\\.put\\(\"(\\w+)\"|both\\(\"(\\w+)\", \"(\\w+)\"|^    ([A-Z_]+)\\(Set)", Pattern.MULTILINE);

    private static final Map<String, Object> XG = Map.of(
            "programs", Map.of(12, "plate"),
            "conditions", Map.of(3, "plate"),
            "tolerances", Map.of("100,82", "light"),
            "variables", Map.of("#light", "value.light", "#low", "setting.light.low"));
    private static final Map<String, Object> IV =
            Map.of("programs", Map.of(5, "plate"), "thresholds", Map.of("00", "light"));
    private static final Map<String, Object> INSIGHT = Map.of(
            "programs", Map.of(12, "plate"), "cells", Map.of("B012", "value.light", "B010", "setting.light.low"));
    private static final Map<String, Object> OMRON =
            Map.of("scenes", Map.of(3, "plate"), "units", Map.of("1,5", "value.light", "1,6", "setting.light.low"));
    private static final Map<String, Map<String, Object>> MAPS =
            Map.of("keyence-xg", XG, "keyence-iv", IV, "insight", INSIGHT, "omron", OMRON);

    /** A command as it stands in a cell of the table. */
    record Entry(String dialect, String command, String mark) {}

    static List<Entry> entries() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.matches("\\|[^|]+(\\|[^|]+){5}\\|"))
                .flatMap(CompatibilityTest::entries)
                .toList();
    }

    private static Stream<Entry> entries(String row) {
        String[] cells = row.substring(1).split("\\|");
        List<String> dialects = List.of("keyence-xg", "keyence-iv", "insight", "omron", "custom");
        return dialects.stream()
                .flatMap(dialect -> COMMAND.matcher(cells[dialects.indexOf(dialect) + 1])
                        .results()
                        .filter(found -> !found.group(1).startsWith("in "))
                        .map(found ->
                                new Entry(dialect, found.group(1), found.group(2) == null ? "" : found.group(2))));
    }

    static List<Entry> commands() throws IOException {
        return entries().stream()
                .filter(entry -> !entry.dialect().equals("custom"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "keyence-xg,keyence/KeyenceXgScript keyence/KeyenceXgPrograms keyence/KeyenceXgValues,'^[^,]+',T1 T2 T3 T4",
        "keyence-iv,keyence/KeyenceIvScript,'^[^,]+',RT",
        "insight,insight/InsightCommands,'^..',''",
        "omron,omron/OmronScript,'^[^ ]+',''",
        "custom,custom/Verb,'^.+',''"
    })
    void namesEveryCommandThatTheDialectKnowsAndNoOther(String dialect, String files, String word, String more)
            throws IOException {
        Set<String> known = new TreeSet<>();
        for (String file : files.split(" ")) {
            known.addAll(known(Files.readString(DIALECTS.resolve(file + ".java"))));
        }
        known.addAll(List.of(more.split(" ")));
        known.remove("");
        Pattern first = Pattern.compile(word);
        Set<String> named = entries().stream()
                .filter(entry -> entry.dialect().equals(dialect))
                .flatMap(entry -> first.matcher(entry.command()).results().map(MatchResult::group))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(known).hasSizeGreaterThan(8);
        assertThat(named).isEqualTo(known);
    }

    private static Set<String> known(String source) {
        return KNOWN.matcher(source)
                .results()
                .flatMap(found -> Stream.of(found.group(1), found.group(2), found.group(3), found.group(4)))
                .filter(name -> name != null)
                .map(name -> name.contains("_") || source.contains("enum Verb")
                        ? name.toLowerCase(java.util.Locale.ROOT).replace('_', '-')
                        : name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void doesWhatStandsThere(Entry entry) {
        Map<String, Object> maps = MAPS.get(entry.dialect());

        assertThat(VendorTalk.with(entry.dialect(), maps).refuses(entry.command()))
                .as("%s is refused", entry)
                .isEqualTo(entry.mark().equals("error"));
        assertThat(VendorTalk.with(entry.dialect(), Map.of()).refuses(entry.command()))
                .as("%s is refused without a map", entry)
                .isEqualTo(!entry.mark().isEmpty());
    }
}
