package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.Raster;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Programs as plants have them, written for other makers' devices, run against the listeners, all at once and each at a
 * station of its own. What they were told is what the archive holds: one to one, in order, same verdict, same values.
 */
final class VendorProgramsIT {
    private static final int CYCLES = Integer.getInteger("shutterline.vendor.cycles", 1_000);

    /** @param part empty for none */
    record Archived(long id, String verdict, String part, JsonNode values) {}

    /** A program, the listeners that it gets the ports of, and the line that it prints for a result of the archive. */
    enum Told {
        KEYENCE_XG("keyence_xg.py", 1, 1) {
            @Override
            String of(Archived result) {
                return result.part() + " " + keyence(result);
            }
        },
        KEYENCE_CV("keyence_cv.py", 2, 2) {
            @Override
            String of(Archived result) {
                return keyence(result);
            }
        },
        KEYENCE_IV("keyence_iv.py", 3, 3) {
            @Override
            String of(Archived result) {
                return "RT,%05d,%s,00,%s,%07d,01,%s,%07d"
                        .formatted(
                                result.id(),
                                verdict(result, "OK", "NG"),
                                verdict(result, 0),
                                number(result, 0, 0).intValueExact(),
                                verdict(result, 1),
                                number(result, 1, 0).intValueExact());
            }
        },
        INSIGHT("insight.py", 4, 4) {
            @Override
            String of(Archived result) {
                return String.join(
                        " ",
                        Long.toString(result.id()),
                        verdict(result, "1", "0"),
                        number(result, 0, 3).toPlainString(),
                        number(result, 1, 3).toPlainString());
            }
        },
        INSIGHT_PUSH("insight_push.py", 5, 5, 6) {
            @Override
            String of(Archived result) {
                return joined(result, "1", "0", 3);
            }
        },
        OMRON("omron.py", 6, 7) {
            @Override
            String of(Archived result) {
                return joined(result, "0", "-1", 4);
            }
        },
        CUSTOM("custom.py", 7, 8) {
            @Override
            String of(Archived result) {
                return "%s;%-7s;%07.1f;%5d"
                        .formatted(
                                result.part(),
                                verdict(result, "OK", "NG"),
                                number(result, 0, 1),
                                number(result, 1, 0).intValueExact());
            }
        };

        private final String file;
        private final int station;
        private final int[] listeners;

        Told(String file, int station, int... listeners) {
            this.file = file;
            this.station = station;
            this.listeners = listeners;
        }

        abstract String of(Archived result);

        private static String keyence(Archived result) {
            return "%+010.3f,%+010.3f,%s"
                    .formatted(number(result, 0, 3), number(result, 1, 3), verdict(result, "1", "0"));
        }

        private static String joined(Archived result, String ok, String ng, int decimals) {
            return String.join(
                    ",",
                    Long.toString(result.id()),
                    verdict(result, ok, ng),
                    number(result, 0, decimals).toPlainString(),
                    number(result, 1, decimals).toPlainString());
        }

        private static String verdict(Archived result, String ok, String ng) {
            assertThat(result.verdict()).isIn("OK", "NG");
            return result.verdict().equals("OK") ? ok : ng;
        }

        /** Of one value; the archive names only those that are not OK. */
        private static String verdict(Archived result, int value) {
            return result.values().path(value).path("verdict").asText("OK");
        }

        private static BigDecimal number(Archived result, int value, int decimals) {
            return result.values().path(value).path("number").decimalValue().setScale(decimals, RoundingMode.HALF_UP);
        }
    }

    @TempDir
    static Path folder;

    private static final Set<Told> KEEP_PICTURES = EnumSet.of(Told.KEYENCE_IV, Told.INSIGHT);
    private static final Map<Told, Process> RUNNING = new EnumMap<>(Told.class);
    private static RealServer server;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        assumeTrue(isTherePython(), "no python3 on this machine");
        server = RealServer.station("programs", folder.resolve("data"));
        for (Told told : Told.values()) {
            RUNNING.put(told, started(told));
        }
    }

    @AfterAll
    static void stop() {
        RUNNING.values().forEach(Process::destroyForcibly);
        RUNNING.clear();
        if (server != null) {
            server.close();
        }
    }

    @Test
    void thereIsOneForEveryDialect() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("examples", "vendors"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.of(Told.values()).map(told -> told.file).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void isToldWhatTheArchiveHolds(Told told) throws IOException, InterruptedException, SQLException {
        int code = RUNNING.get(told).waitFor();
        assertThat(code).as(Files.readString(output(told, "errors"))).isZero();

        List<String> printed = Files.readAllLines(output(told, "results"));
        List<Archived> archived = archived(told.station);

        assertThat(difference(printed, archived.stream().map(told::of).toList()))
                .isEmpty();
        assertThat(printed).hasSize(CYCLES);
        assertThat(archived.stream().map(Archived::verdict))
                .as("bad parts among the good ones")
                .contains("OK", "NG");
    }

    /** The first one; all of them would be two thousand lines. */
    private static Optional<String> difference(List<String> printed, List<String> archived) {
        for (int i = 0; i < Math.max(printed.size(), archived.size()); i++) {
            String one = i < printed.size() ? printed.get(i) : "nothing";
            String other = i < archived.size() ? archived.get(i) : "nothing";
            if (!one.equals(other)) {
                return Optional.of("result " + (i + 1) + ": " + one + " was told, " + other + " is kept");
            }
        }
        return Optional.empty();
    }

    /** Those programs that keep pictures of bad parts have the pictures of these parts. */
    @ParameterizedTest
    @EnumSource(names = {"KEYENCE_IV", "INSIGHT"})
    void keepsThePicturesThatTheArchiveHolds(Told told) throws IOException, InterruptedException {
        assertThat(RUNNING.get(told).waitFor()).isZero();
        List<Path> files;
        try (Stream<Path> all = Files.list(pictures(told))) {
            files = all.toList();
        }
        assertThat(files).isNotEmpty();
        try (Talk talk = server.talk()) {
            for (Path file : files) {
                String id = file.getFileName().toString().replaceAll("^0+|\\.bmp$", "");
                List<String> head = talk.askFields("IMAGE," + id + ",raw");
                assertThat(head).startsWith("IMAGE", "OK", id, "mono8");
                assertThat(grey(file)).as("%s", file).isEqualTo(talk.bytes(Integer.parseInt(head.get(6))));
            }
        }
    }

    /** The pixels as they are; a colour model would make other greys of them. */
    private static byte[] grey(Path file) throws IOException {
        Raster pixels = ImageIO.read(file.toFile()).getRaster();
        byte[] grey = new byte[pixels.getWidth() * pixels.getHeight()];
        for (int i = 0; i < grey.length; i++) {
            int[] colours = pixels.getPixel(i % pixels.getWidth(), i / pixels.getWidth(), (int[]) null);
            assertThat(colours).containsOnly(colours[0]);
            grey[i] = (byte) colours[0];
        }
        return grey;
    }

    /** What stands in the file, with every digit. */
    private static List<Archived> archived(int station) throws SQLException, IOException {
        List<Archived> results = new ArrayList<>();
        String select = "SELECT id, verdict, part, measured FROM result WHERE station = ? ORDER BY id";
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/results.db"));
                PreparedStatement query = database.prepareStatement(select)) {
            query.setInt(1, station);
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                String part = rows.getString(3);
                results.add(new Archived(
                        rows.getLong(1),
                        rows.getString(2),
                        part == null ? "" : part,
                        Json.read(rows.getString(4)).path("values")));
            }
        }
        return results;
    }

    private static Process started(Told told) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("python3", Path.of("examples", "vendors", told.file).toString(), "127.0.0.1"));
        for (int listener : told.listeners) {
            command.add(Integer.toString(server.port(listener)));
        }
        command.add(Integer.toString(CYCLES));
        if (KEEP_PICTURES.contains(told)) {
            command.add(Files.createDirectories(pictures(told)).toString());
        }
        return new ProcessBuilder(command)
                .redirectOutput(output(told, "results").toFile())
                .redirectError(output(told, "errors").toFile())
                .start();
    }

    private static Path pictures(Told told) {
        return folder.resolve(told.file + "-pictures");
    }

    private static Path output(Told told, String what) {
        return folder.resolve(told.file + "-" + what);
    }

    private static boolean isTherePython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException none) {
            return false;
        }
    }
}
