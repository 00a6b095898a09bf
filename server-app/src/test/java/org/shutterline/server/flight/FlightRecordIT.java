package org.shutterline.server.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.message.PlainPicture;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.camera.simulated.SimulatedCameras;
import org.shutterline.server.editor.PlateWorkshop;
import org.shutterline.server.flight.FlightText.Read;
import org.shutterline.server.jobs.JobContent;
import org.shutterline.server.jobs.JobRefused;
import org.shutterline.server.settings.AllowedPrograms;
import org.shutterline.server.settings.Isolation;

final class FlightRecordIT {
    private static final FlightText EMPTY = new FlightText(
            1,
            1042,
            1,
            "plate-A",
            "abc",
            OffsetDateTime.parse("2026-11-23T14:03:22.417+01:00"),
            23.4,
            Optional.of("SN-1"),
            Verdict.UNKNOWN,
            "",
            List.of(),
            List.of(),
            true);

    /** What came is in another encoding than people read it in. */
    private static final List<WirePiece> WIRE = List.of(
            new WirePiece(
                    Instant.parse("2026-11-23T13:03:22.394Z"),
                    "PLC 3",
                    true,
                    "T1,part=\u00e4\r".getBytes(StandardCharsets.ISO_8859_1),
                    0),
            new WirePiece(
                    Instant.parse("2026-11-23T13:03:22.417Z"),
                    "PLC 3",
                    false,
                    "T1,OK,1042,23.4\r".getBytes(StandardCharsets.US_ASCII),
                    4_096));

    @TempDir
    private Path folder;

    private PlateWorkshop workshop;
    private JobContent job;
    private byte[] picture;

    @BeforeEach
    void produce() throws Exception {
        workshop = new PlateWorkshop(folder, SimulatedCameras.with(Map.of())).withDemoJob();
        job = workshop.jobs().content("plate-A");
        picture = png(workshop.look(1));
    }

    @Test
    void givesTheSameResultWhenItIsRunAgain() throws Exception {
        Replay first = replay(write(EMPTY, List.of()));
        assertThat(first.verdict()).isEqualTo(Verdict.OK);
        assertThat(first.isSame()).isFalse();

        Path file = write(asFound(first), WIRE);
        Replay again = replay(file);

        assertThat(again.differences()).isEmpty();
        assertThat(again.lines())
                .contains(
                        "2026-11-23T13:03:22.394Z PLC 3 -> T1,part=\\ufffd\\r",
                        "2026-11-23T13:03:22.417Z PLC 3 <- T1,OK,1042,23.4\\r + 4096 B");
        assertThat(again.lines()).last().asString().startsWith("run again: the same result, OK");
        try (FlightRecord record = FlightRecord.open(file, workshop.tools(), AllowedPrograms.NONE)) {
            assertThat(record.wire()).usingRecursiveComparison().isEqualTo(WIRE);
            assertThat(record.flight()).isEqualTo(asFound(first));
        }
    }

    @Test
    void readsTheLinesThatAnEarlierProgramKeptForPeople() throws Exception {
        Path earlier = folder.resolve("earlier" + FlightRecord.END);
        try (ZipInputStream from = new ZipInputStream(Files.newInputStream(write(EMPTY, List.of())));
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(earlier))) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                boolean wire = entry.getName().equals("wire.json");
                to.putNextEntry(new ZipEntry(wire ? "wire.txt" : entry.getName()));
                to.write(wire ? "12:00 PLC -> T1\\r\n".getBytes(StandardCharsets.UTF_8) : from.readAllBytes());
            }
        }
        try (FlightRecord record = FlightRecord.open(earlier, workshop.tools(), AllowedPrograms.NONE)) {
            assertThat(record.wire()).isEmpty();
            assertThat(Replay.of(record, workshop.tools(), Isolation.NONE).lines())
                    .contains("12:00 PLC -> T1\\r");
        }
    }

    @Test
    void saysWhatDiffersWhenTheJobJudgesOtherwise() throws Exception {
        FlightText then = asFound(replay(write(EMPTY, List.of())));
        job = job.withTree(Map.of(
                "tools",
                List.of(Map.of("id", "holeA", "tool", "brightness", "limits", Map.of("mean", Map.of("low", 250)))),
                "outputs",
                List.of(Map.of("name", "hole A", "value", "holeA.mean"))));

        Replay replay = replay(write(then, List.of()));

        assertThat(replay.isSame()).isFalse();
        assertThat(replay.differences())
                .contains("verdict: was OK, is NG")
                .anyMatch(line -> line.startsWith("hole A: was 1"));
    }

    @Test
    void judgesDatesByTheClockOfTheStationWhereverItIsRun() throws Exception {
        Map<String, Object> lot = Map.of("x", 628, "y", 391, "width", 160, "height", 46, "angle", 90);
        job = job.withTree(Map.of(
                "tools",
                List.of(Map.of(
                        "id",
                        "lot",
                        "tool",
                        "text",
                        "settings",
                        Map.of("region", lot, "dateRule", "within", "dateFormat", "YY-ww", "dateFromDays", -14)))));

        Replay lastDay = replay(write(at("2026-11-30T23:30:00-10:00"), List.of()));
        Replay dayAfter = replay(write(at("2026-12-01T00:30:00+13:00"), List.of()));

        assertThat(lastDay.verdict()).as(lastDay.reason()).isEqualTo(Verdict.OK);
        assertThat(dayAfter.reason()).contains("date 2026-11-16 is 15 days old, at most 14");
    }

    private static FlightText at(String time) {
        return new FlightText(
                1,
                1042,
                1,
                "plate-A",
                "abc",
                OffsetDateTime.parse(time),
                23.4,
                EMPTY.part(),
                Verdict.OK,
                "",
                List.of(),
                List.of(),
                true);
    }

    @Test
    void refusesWhatIsNoRecordAndSaysWhy() throws Exception {
        Path text = Files.writeString(folder.resolve("a.shutterflight"), "hello");
        Path slip = zip("slip", "../../evil.txt", new byte[] {1});
        Path foreign = zip("foreign", "readme.md", new byte[] {1});

        refused(text, "holds no");
        refused(slip, "holds '../../evil.txt'");
        refused(foreign, "holds 'readme.md'");
        assertThat(folder.resolve("../../evil.txt")).doesNotExist();
    }

    @Test
    void refusesDamageAndLeavesNothingBehind() throws Exception {
        byte[] whole = Files.readAllBytes(write(EMPTY, WIRE));
        SplittableRandom dice = new SplittableRandom(3);
        long before = leftovers();
        for (int i = 0; i < 60; i++) {
            byte[] damaged = whole.clone();
            for (int k = 0; k < 1 + dice.nextInt(20); k++) {
                damaged[dice.nextInt(damaged.length)] = (byte) dice.nextInt(256);
            }
            Path file = Files.write(folder.resolve("damaged.shutterflight"), damaged);
            try {
                replay(file);
            } catch (JobRefused | IOException | BadSetting refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
        assertThat(leftovers()).isEqualTo(before);
    }

    private static long leftovers() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(path -> path.getFileName().toString().startsWith("flight"))
                    .count();
        }
    }

    private void refused(Path file, String why) {
        assertThatThrownBy(() -> FlightRecord.open(file, workshop.tools(), AllowedPrograms.NONE))
                .isInstanceOf(JobRefused.class)
                .hasMessageContaining(why);
    }

    private Replay replay(Path file) throws IOException, JobRefused {
        try (FlightRecord record = FlightRecord.open(file, workshop.tools(), AllowedPrograms.NONE)) {
            return Replay.of(record, workshop.tools(), Isolation.NONE);
        }
    }

    private Path write(FlightText flight, List<WirePiece> wire) throws IOException, JobRefused {
        Path file = folder.resolve("1042" + FlightRecord.END);
        FlightRecord.write(file, flight, picture, job, wire, workshop.tools());
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            assertThat(zip.getNextEntry()).isNotNull();
        }
        return file;
    }

    private static FlightText asFound(Replay replay) {
        List<Read> values = replay.values();
        return new FlightText(
                1,
                1042,
                1,
                "plate-A",
                "abc",
                EMPTY.time(),
                23.4,
                EMPTY.part(),
                replay.verdict(),
                replay.reason(),
                values,
                List.of(),
                true);
    }

    private Path zip(String name, String entry, byte[] content) throws IOException {
        Path file = folder.resolve(name + FlightRecord.END);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content);
            zip.closeEntry();
        }
        return file;
    }

    private static byte[] png(PlainPicture picture) throws IOException {
        var image = new java.awt.image.BufferedImage(
                picture.widthPx(), picture.heightPx(), java.awt.image.BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, picture.widthPx(), picture.heightPx(), picture.bytes());
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }
}
