package org.shutterline.server.tool.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.TestScene;

/**
 * How often the print on plates is read as it is, at the noise that the simulated camera has by default; on a quarter of as
 * many plates for each print as the property {@code shutterline.plates} says.
 */
class ReadingRateIT {
    private static final int PLATES = Integer.getInteger("shutterline.plates", 200) / 4;

    /** Without those that are drawn alike: I, J, O, Q and 0. */
    private static final String LETTERS = "ABCDEFGHKLMNPRSTUVWXYZ";

    @ParameterizedTest
    @CsvSource({"SERIAL, 0.98", "REVISION, 0.98", "NAME, 0.99", "LOT, 0.99"})
    void printIsReadReliably(Prints print, double atLeast) throws Exception {
        SplittableRandom dice = new SplittableRandom(print.ordinal());
        TextFactory factory = new TextFactory();
        Map<String, Object> raw = Map.of("region", print.region());
        Map<String, String> misread = new TreeMap<>();
        try (InspectionTool tool = factory.create(Options.checked("test", raw, factory.settings()), (name, place) -> {
            throw new IllegalStateException(name);
        })) {
            for (int i = 0; i < PLATES; i++) {
                String serial = serial(dice);
                try (TestScene scene = Prints.plate(Map.of("seed", 100 + i, "codeText", serial))) {
                    Object read = tool.inspect(scene).values().getOrDefault("text", "");
                    if (!read.equals(print.text(serial))) {
                        misread.put(print.text(serial) + " on plate " + i, read.toString());
                    }
                }
            }
        }
        assertThat(misread).hasSizeLessThanOrEqualTo((int) Math.round(PLATES * (1 - atLeast)));
    }

    private static String serial(SplittableRandom dice) {
        StringBuilder serial = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            serial.append(LETTERS.charAt(dice.nextInt(LETTERS.length())));
        }
        for (int i = 0; i < 3; i++) {
            serial.append((char) ('1' + dice.nextInt(9)));
        }
        return serial.toString();
    }
}
