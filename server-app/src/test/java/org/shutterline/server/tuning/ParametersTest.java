package org.shutterline.server.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Reply.ParameterOf.Kind;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.settings.Isolation;
import org.shutterline.server.settings.JobReader;
import org.shutterline.server.settings.Plugins;
import org.shutterline.server.station.Job;

/** Limits and settings by name and as text. */
class ParametersTest {
    private static final Plugins PLUGINS = Plugins.installed();

    private static final Map<String, Object> TREE = Map.of(
            "tools",
            List.of(
                    Map.of(
                            "id",
                            "hole",
                            "tool",
                            "blobs",
                            "settings",
                            Map.of("region", Map.of("x", 10, "y", 20, "width", 30, "height", 40.5), "threshold", 90),
                            "limits",
                            Map.of("diameter", Map.of("low", 1, "high", 2.50), "count", Map.of("warnLow", 10))),
                    Map.of("id", "code", "tool", "code", "settings", Map.of("symbologies", List.of("qr", "code128"))),
                    Map.of("id", "hole2", "tool", "blobs")));

    private final Job job = job(TREE);

    private static Job job(Map<String, Object> tree) {
        return JobReader.read(
                "plate",
                "jobs/plate.yaml",
                tree,
                "v1",
                (file, place) -> {
                    throw new BadSetting(place, "no files");
                },
                PLUGINS.tools(),
                Isolation.NONE);
    }

    private Reply.ParameterOf told(String name) {
        return new Parameters(job).find(name).told();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hole.low|1|NUMBER",
                "hole.high|2.5|NUMBER",
                "hole.diameter.high|2.5|NUMBER",
                "hole.count.warnLow|10|NUMBER",
                "hole.count.low|''|NONE",
                "hole.warnHigh|''|NONE",
                "hole.threshold|90|NUMBER",
                "hole2.threshold|otsu|TEXT",
                "hole.polarity|dark|TEXT",
                "hole.ignoreBorder|0|NUMBER",
                "hole.maxAreaPx|1000000000|NUMBER",
                "hole.minAreaPx|50|NUMBER",
                "hole2.region|''|NONE",
                "hole.timeLimitMs|1000|NUMBER",
                "hole.whenNotFound|NG|TEXT",
                "hole.role|required|TEXT",
                "hole.title|hole|TEXT",
                "code.expected|''|TEXT"
            })
    void tellsEachAsItStandsOrItsDefault(String name, String value, Kind kind) {
        assertThat(told(name)).isEqualTo(new Reply.ParameterOf(value, kind));
    }

    @Test
    void tellsListsAndRegionsAsJson() {
        assertThat(told("code.symbologies").value()).isEqualTo("[\"qr\",\"code128\"]");
        assertThat(told("hole.region").kind()).isEqualTo(Kind.JSON);
        assertThat(told("hole.region").value()).isEqualTo("{\"x\":10,\"y\":20,\"width\":30,\"height\":40.5}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hole|hole: no tool of that name, expected '<tool>.<setting>' with one of hole, code, hole2",
                "bolt.low|bolt.low: no tool of that name",
                "hole.nonsense|hole.nonsense: no such setting, expected one of region, threshold",
                "hole.length.low|hole.length.low: no such setting",
                "hole.|hole.: no such setting"
            })
    void namesThoseThatThereAre(String name, String message) {
        assertThatThrownBy(() -> told(name)).isInstanceOf(BadSetting.class).hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hole.low|abc|hole.diameter.low: expected a number from -1000000000000 to 1000000000000, found 'abc'",
                "hole.low|1000000000001|hole.diameter.low: expected a number from -1000000000000 to 1000000000000,"
                        + " found '1000000000001'",
                "hole.low|-123456789012345678901.50|hole.diameter.low: expected a number from -1000000000000 to"
                        + " 1000000000000, found '-123456789012345678901.50'",
                "hole.timeLimitMs|5000000000|hole.timeLimitMs: expected a whole number from 1 to 600000 ms, found '5000000000'",
                "hole.low|1e3|hole.diameter.low: expected a number",
                "hole.low|NaN|hole.diameter.low: expected a number",
                "hole.threshold|256|hole.threshold: expected a grey from 1 to 255, otsu or local, found '256'",
                "hole.ignoreBorder|maybe|hole.ignoreBorder: expected true or false, found 'maybe'",
                "hole.polarity|grey|hole.polarity: expected one of",
                "hole.region|{\"x\":1}|hole.region: expected {x, y, width, height}",
                "hole.region|{|hole.region: expected {x, y, width, height}",
                "code.symbologies|[\"qr\",\"nonsense\"]|code.symbologies: expected a list of",
                "hole.timeLimitMs|0|hole.timeLimitMs: expected a whole number from 1 to 600000 ms, found '0'",
                "hole.whenNotFound|OK|hole.whenNotFound: expected NG or UNKNOWN, found 'OK'"
            })
    void saysWhatWasExpectedInsteadOfWhatItCannotRead(String name, String text, String message) {
        assertThatThrownBy(() -> new Parameters(job).find(name).read(text))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hole.low|1|true",
                "hole.low|1.0|true",
                "hole.low|0000000000000000000001.0000000000000000000|true",
                "hole.low|0.1234567890123456789|false",
                "hole.low|1.01|false",
                "hole.low|''|false",
                "hole.warnLow|''|true",
                "hole.ignoreBorder|no|true",
                "hole.ignoreBorder|0|true",
                "hole.ignoreBorder|yes|false",
                "hole.threshold|90|true",
                "hole.threshold|otsu|false",
                "hole2.threshold|otsu|true",
                "hole.minAreaPx|50|true",
                "hole.region|{\"height\":40.5,\"x\":10,\"y\":20.0,\"width\":30}|true",
                "code.symbologies|[\"qr\",\"code128\"]|true",
                "code.symbologies|qr|false",
                "hole.whenNotFound|ng|true",
                "hole.title|hole|true",
                "hole.role|optional|false"
            })
    void knowsWhetherATextChangesAnything(String name, String text, boolean same) {
        Parameter<?> parameter = new Parameters(job).find(name);
        assertThat(parameter.isSame(parameter.read(text))).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hole.low|0.5",
                "hole.warnHigh|2.25",
                "hole.count.high|30.5",
                "hole.threshold|otsu",
                "hole.polarity|light",
                "hole.ignoreBorder|1",
                "hole.region|{\"centreX\":50,\"centreY\":60.5,\"radius\":12}",
                "code.symbologies|[\"datamatrix\",\"ean13\"]",
                "code.expected|A, \"b\"",
                "hole.timeLimitMs|250",
                "hole.whenNotFound|UNKNOWN",
                "hole.role|informative",
                "hole.title|the hole"
            })
    void whatIsPutIsWhatIsToldAndTakenAwayItIsAsBefore(String name, String text) {
        Parameter<?> parameter = new Parameters(job).find(name);
        Map<String, Object> put = parameter.putInto(TREE, parameter.read(text));
        Parameter<?> after = new Parameters(job(put)).find(name);
        assertThat(after.told().value()).isEqualTo(text);
        Map<String, Object> back = after.putInto(put, written(name));
        assertThat(back).isEqualTo(TREE);
    }

    /** What the first tree has there. */
    private Optional<Object> written(String name) {
        String text = told(name).value();
        boolean there = name.matches("hole\\.(low|threshold|region)|code\\.symbologies");
        return there ? new Parameters(job).find(name).read(text) : Optional.empty();
    }
}
