package org.shutterline.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.server.settings.AllowedPrograms;
import org.shutterline.server.settings.Isolation;
import org.shutterline.server.settings.JobSettings;

/** What is brought is whole and harmless, or it is refused by name and nothing is written. */
class JobPackageIT {
    private static final PackageLimits SMALL = new PackageLimits(20, 1 << 20, 2 << 20, 1 << 20, 1_000_000);
    private static final String PATTERN = """
            tools:
              - id: label
                tool: pattern
                settings: {region: {x: 1, y: 2, width: 30, height: 40}, template: print.png}
            """;

    private static final long MOST_MEMORY_BYTES = 12 << 20;

    @TempDir
    Path folder;

    private Path jobs;
    private JobStore store;
    private Path file;

    @BeforeEach
    void open() {
        jobs = folder.resolve("data/jobs");
        store = Jobs.store(jobs);
        file = folder.resolve("plate.shutterjob");
    }

    @Test
    void bringsAJobThatStartsAProgramOnlyWhereTheSettingsAllowThatProgram() throws Exception {
        Map<String, Object> own =
                Map.of("id", "own", "tool", "external", "settings", Map.of("command", List.of("/bin/true", "-x")));
        JobStore other = Jobs.store(folder.resolve("other/jobs"));
        other.save(JobContent.of("plate", Map.of("tools", List.of(own)), Map.of()), Origin.window(""));
        other.export("plate", file);

        assertThatThrownBy(() -> store.bring(file, Clash.FREE_NAME))
                .isInstanceOf(JobRefused.class)
                .hasMessageContaining("job.yaml.tools[0].settings.command: starts the program '/bin/true'")
                .hasMessageContaining("expected no program");
        assertThat(store.names()).isEmpty();
        assertThatThrownBy(() -> allowing("/bin/false").bring(file, Clash.FREE_NAME))
                .isInstanceOf(JobRefused.class)
                .hasMessageContaining("lists: /bin/false");
        assertThat(allowing("/bin/true").bring(file, Clash.FREE_NAME).name()).isEqualTo("plate");
    }

    /** Both were searched until their ids were the same, which takes one processor seconds. */
    @Test
    void aJobThatWasMadeToHaveTheIdOfAKeptOneStartsNoProgram() throws Exception {
        Map<String, Object> light = Map.of("id", "light", "tool", "brightness", "title", "0052f886");
        Map<String, Object> own = Map.of(
                "id", "own",
                "tool", "external",
                "timeLimitMs", 50,
                "title", "00428cad",
                "settings", Map.of("command", List.of("/bin/true")));
        JobContent kept = JobContent.of("plate", Map.of("tools", List.of(light)), Map.of());
        JobContent forged = JobContent.of("plate", Map.of("tools", List.of(own)), Map.of());
        assertThat(forged.id()).isEqualTo(kept.id());
        store.save(kept, Origin.window(""));
        Files.write(file, exported(forged));

        AllowedPrograms here = AllowedPrograms.NONE.with(OwnVersions.in(jobs));
        assertThatThrownBy(() -> JobPackage.open(file, Jobs.tools(), here))
                .isInstanceOf(JobRefused.class)
                .hasMessageContaining("starts the program '/bin/true'");

        assertThat(store.save(forged, Origin.window("")).number())
                .as("another content is another version")
                .isEqualTo(2);
        AllowedPrograms now = AllowedPrograms.NONE.with(OwnVersions.in(jobs));
        try (JobPackage again = JobPackage.open(file, Jobs.tools(), now)) {
            assertThat(again.content()).isEqualTo(forged);
        }
    }

    private JobStore allowing(String program) {
        JobSettings rules = new JobSettings(50, AllowedPrograms.of(List.of(program)));
        return new JobStore(jobs, Jobs.tools(), Isolation.NONE, Clock.systemUTC(), JobUse.NONE, rules);
    }

    @Test
    void carriesAJobWithItsFilesToAnotherStation() throws Exception {
        JobContent job = pattern().withFile("model.onnx", JobFile.of(model())).withFile("notes.txt", Jobs.file("x"));
        JobStore other = Jobs.store(folder.resolve("other/jobs"));
        other.save(job, Origin.window(""));
        other.export("plate", file);
        Brought brought = store.bring(file, Clash.FREE_NAME);
        assertThat(brought.name()).isEqualTo("plate");
        assertThat(brought.version().origin()).isEqualTo(Origin.imported("plate.shutterjob"));
        assertThat(store.content("plate")).isEqualTo(job);
        assertThat(JobContent.read(jobs, "plate")).isEqualTo(job);
        byte[] once = Files.readAllBytes(file);
        store.export("plate", file);
        assertThat(Files.readAllBytes(file)).isEqualTo(once);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("data", "other", "plate.shutterjob");
    }

    @Test
    void takesAFreeNameOrBecomesANewVersion() throws Exception {
        Files.write(file, exported(Jobs.light("plate", 200)));
        assertThat(store.bring(file, Clash.FREE_NAME).name()).isEqualTo("plate");
        assertThat(store.bring(file, Clash.FREE_NAME).name()).isEqualTo("plate 2");
        assertThat(store.bring(file, Clash.NEW_VERSION).version().number()).isEqualTo(1);
        Files.write(file, exported(Jobs.light("plate", 210)));
        assertThat(store.bring(file, Clash.NEW_VERSION).version().number()).isEqualTo(2);
        Files.write(file, exported(Jobs.light("PLATE", 210)));
        assertThat(store.bring(file, Clash.FREE_NAME).name()).isEqualTo("PLATE 3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    ../../evil.yaml         | ../../evil.yaml: leads out of its folder
                    files/../../evil        | files/../../evil: leads out of its folder
                    /etc/passwd             | /etc/passwd: leads to another folder or drive
                    files\\evil.png         | files\\evil.png: leads to another folder or drive
                    files/..\\evil.png      | files/..\\evil.png: leads to another folder or drive
                    C:/evil.png             | C:/evil.png: leads to another folder or drive
                    C:evil.png              | C:evil.png: leads to another folder or drive
                    files/a/b.png           | files/a/b.png: expected 1 to 64 letters
                    files/.hidden           | files/.hidden: expected 1 to 64 letters
                    files/CON.png           | files/CON.png: expected another name, Windows keeps this one
                    files/x.png.            | files/x.png.: expected a name that does not end in a point
                    files/x:ads             | files/x:ads: expected 1 to 64 letters
                    files/                  | files/: is a folder or a device
                    evil.yaml               | evil.yaml: is no part of a job
                    JOB.YAML                | JOB.YAML: is no part of a job
                    files/extra.png         | files/extra.png: is not in the manifest
                    """)
    void refusesAnEntryThatIsNotOfAJob(String name, String message) throws Exception {
        RawZip zip = new RawZip();
        addGood(zip, PATTERN);
        refuses(zip.add(name, "x").bytes(), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "files/a\u0000.png", "files/\u202egnp.exe", "files/a\nb", ""})
    void showsNamesThatCannotBeSeen(String name) throws Exception {
        RawZip zip = new RawZip();
        addGood(zip, PATTERN);
        refuses(zip.add(name, "x").bytes(), "plate.shutterjob, ");
    }

    @Test
    void refusesLinksFoldersAndDevices() throws Exception {
        for (int type : new int[] {0xa000, 0x4000, 0x2000, 0x6000, 0x1000, 0xc000}) {
            RawZip zip = new RawZip();
            addGood(zip, PATTERN);
            refuses(
                    zip.attributes((type | 0777) << 16)
                            .add("files/link", "/etc/passwd")
                            .bytes(),
                    type == 0xa000 ? "files/link: is a link" : "files/link: is a folder or a device");
        }
    }

    @Test
    void refusesWhatIsThereTwice() throws Exception {
        for (String twice : new String[] {"files/print.png", "files/PRINT.png", "job.yaml", "manifest.json"}) {
            RawZip zip = new RawZip();
            addGood(zip, PATTERN);
            refuses(zip.add(twice, "x").bytes(), twice + ": is there twice");
        }
        RawZip zip = new RawZip();
        addGood(zip, PATTERN);
        zip.add("files/\u00fc.txt", "x").add("files/u\u0308.txt", "x");
        assertThatThrownBy(() -> opened(zip.bytes())).isInstanceOf(JobRefused.class);
    }

    @Test
    void refusesAZipThatTwoReadersWouldReadDifferently() throws Exception {
        RawZip zip = new RawZip();
        addGood(zip, PATTERN);
        refuses(
                zip.add("files/print2.png", "files/print3.png", new byte[9]).bytes(),
                "files/print3.png is not what its directory says");
        byte[] good = good();
        refuses(concat(good, new byte[1]), "is no exported job, or cut short");
        refuses(concat(new byte[1], good), "is damaged: its directory is not where it should be");
        refuses(Arrays.copyOf(good, good.length - 1), "is no exported job, or cut short");
        refuses(new byte[0], "is no exported job, expected a zip file");
        refuses("tools: []".repeat(9).getBytes(StandardCharsets.UTF_8), "is no exported job");
        RawZip locked = new RawZip().flags(1);
        addGood(locked, PATTERN);
        refuses(locked.bytes(), "is encrypted");
    }

    @Test
    void refusesABombHoweverItIsWrapped() throws Exception {
        byte[] zeros = new byte[30 << 20];
        RawZip lying = new RawZip();
        addGood(lying, PATTERN, Map.of("bomb.bin", zeros), 1000);
        refuses(lying.bytes(), "files/bomb.bin: unpacks to more than 1000 bytes");
        RawZip honest = new RawZip();
        addGood(honest, PATTERN, Map.of("bomb.bin", zeros), zeros.length);
        refuses(honest.bytes(), "files/bomb.bin: 31457280 bytes, expected 1048576 at most");
        RawZip many = new RawZip();
        Map<String, byte[]> parts = new LinkedHashMap<>();
        for (int i = 0; i < 4; i++) {
            parts.put("part" + i + ".bin", new byte[1 << 20]);
        }
        addGood(many, PATTERN, parts, 1 << 20);
        refuses(many.bytes(), "bytes unpacked, expected 2097152 at most");
        refuses(new RawZip().add("manifest.json", zeros).bytes(), "manifest.json: unpacks to more than 1048576 bytes");
        RawZip crowd = new RawZip();
        for (int i = 0; i < 21; i++) {
            crowd.add("files/" + i, "x");
        }
        refuses(crowd.bytes(), "21 files in it, expected 20 at most");
        assertThat(Jobs.everything(folder.resolve("data"))).isEmpty();
    }

    @Test
    void refusesAPictureThatIsABombDamagedOrNone() throws Exception {
        byte[] small = png(8, 8);
        refusesPicture(header(small, 30_000, 30_000), "files/print.png: 30000 x 30000 px, expected 1000000 px at most");
        refusesPicture(
                header(small, 2_000_000_000, 2), "files/print.png: is no picture that can be read: its header says");
        refusesPicture(header(small, 0, 2), "files/print.png: ");
        refusesPicture(Arrays.copyOf(png(64, 64), 60), "files/print.png: ");
        refusesPicture("GIF89a".getBytes(StandardCharsets.UTF_8), "files/print.png: is no picture that can be read: ");
        refusesPicture(new byte[0], "files/print.png: is no picture that can be read: ");
    }

    private void refusesPicture(byte[] picture, String message) throws Exception {
        RawZip zip = new RawZip();
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("print.png", picture);
        addFiles(zip, PATTERN, files, Integer.MIN_VALUE, "plate", 1);
        refuses(zip.bytes(), message);
    }

    @Test
    void refusesAModelThatIsCutOrNone() throws Exception {
        byte[] model = model();
        refuses(
                with("model.onnx", Arrays.copyOf(model, model.length - 1)),
                "files/model.onnx: is damaged or cut short");
        refuses(with("model.onnx", new byte[0]), "files/model.onnx: is no ONNX model");
        refuses(with("model.onnx", png(4, 4)), "files/model.onnx: is ");
        refuses(with("model.onnx", new byte[] {8, 7}), "files/model.onnx: is no ONNX model");
        assertThat(opened(with("model.onnx", model)).files()).containsKey("model.onnx");
    }

    @Test
    void looksIntoAFileForWhatTheToolThatNamesItTakesItFor() throws Exception {
        RawZip zip = new RawZip();
        addFiles(
                zip,
                PATTERN.replace("print.png", "print.dat"),
                Map.of("print.dat", model()),
                Integer.MIN_VALUE,
                "plate",
                1);
        refuses(zip.bytes(), "files/print.dat: is no picture that can be read");
        byte[] bomb = header(png(8, 8), 30_000, 30_000);
        RawZip large = new RawZip();
        addFiles(large, PATTERN.replace("print.png", "a.onnx"), Map.of("a.onnx", bomb), Integer.MIN_VALUE, "plate", 1);
        refuses(large.bytes(), "files/a.onnx: 30000 x 30000 px, expected 1000000 px at most");
        String classes = "tools: [{id: sort, tool: classify, settings: {model: net.png}}]";
        RawZip model = new RawZip();
        addFiles(model, classes, Map.of("net.png", png(8, 8)), Integer.MIN_VALUE, "plate", 1);
        refuses(model.bytes(), "files/net.png: is ");
    }

    @Test
    void refusesATemplateInWhichNothingCanBeFoundBeforeAnythingIsWritten() throws Exception {
        byte[] flat = picture("png", 1, 1);
        Files.write(file, exported(JobContent.of("plate", Jobs.tree(PATTERN), Map.of("print.png", JobFile.of(flat)))));
        assertThatThrownBy(() -> store.bring(file, Clash.FREE_NAME))
                .isInstanceOf(JobRefused.class)
                .hasMessageStartingWith("plate.shutterjob, job.yaml.tools[0].settings.template: ");
        assertThat(Jobs.everything(folder.resolve("data"))).isEmpty();
    }

    @Test
    void refusesPrograms() throws Exception {
        refuses(with("check.py", "print()".getBytes(StandardCharsets.UTF_8)), "files/check.py: is a program");
        refuses(with("data.bin", "MZ....".getBytes(StandardCharsets.UTF_8)), "files/data.bin: is a program");
        refuses(with("data.txt", "#!/bin/sh".getBytes(StandardCharsets.UTF_8)), "files/data.txt: is a program");
        refuses(with("x.bin", new byte[] {0x7f, 'E', 'L', 'F', 2}), "files/x.bin: is a program");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    tool: pattern      | tool: evil          | job.yaml.tools[0].tool: no tool with the id 'evil'
                    height: 40         | heigth: 40          | job.yaml.tools[0].settings.region: expected
                    print.png          | other.png           | job.yaml.tools[0].settings.template: no file 'other.png' in it
                    print.png          | ../../../etc/passwd | job.yaml.tools[0].settings.template:
                    id: label          | id: &a label        | job.yaml.tools[0]
                    tools:             | tools: *x           | job.yaml
                    tools:             | tool:               | job.yaml
                    """)
    void refusesAJobThatThisStationCannotUse(String what, String instead, String message) throws Exception {
        String wrong = PATTERN.replace(what, instead);
        if (instead.contains("&a")) {
            wrong = wrong + "    title: *a\n";
            message = "job.yaml";
        }
        RawZip zip = new RawZip();
        addGood(zip, wrong);
        refuses(zip.bytes(), "plate.shutterjob, " + message);
    }

    @Test
    void refusesAnotherFormatAndAManifestThatIsNone() throws Exception {
        RawZip newer = new RawZip();
        addFiles(newer, PATTERN, Map.of("print.png", png(9, 9)), Integer.MIN_VALUE, "plate", 2);
        refuses(newer.bytes(), "manifest.json: format 2, expected 1: it was made by another version");
        for (String name : new String[] {"..", "../x", "CON", "a/b", "", "x "}) {
            RawZip zip = new RawZip();
            addFiles(zip, PATTERN, Map.of("print.png", png(9, 9)), Integer.MIN_VALUE, name, 1);
            refuses(zip.bytes(), "manifest.json: the job is called '" + name + "'");
        }
        for (String json :
                new String[] {"", "{", "[]", "{}", "null", "[".repeat(5000), "{\"format\": 1, \"format\": 1}"}) {
            refuses(
                    new RawZip()
                            .add("manifest.json", json)
                            .add("job.yaml", PATTERN)
                            .bytes(),
                    "manifest.json: is ");
        }
        refuses(new RawZip().add("job.yaml", PATTERN).bytes(), "manifest.json: is missing");
        refuses(new RawZip().bytes(), "manifest.json: is missing");
        refuses(
                new RawZip()
                        .add("manifest.json", "{\"format\": 1, \"name\": \"a\", \"files\": {\"files/x\": {}}}")
                        .bytes(),
                "files/x: the manifest lists it without length and hash");
    }

    @Test
    void exportsAJobAsItIsAndBringsNoProgramThatIsAFileOfIt() throws Exception {
        JobStore other = Jobs.store(folder.resolve("other/jobs"));
        other.save(pattern().withFile("check.py", Jobs.file("print()")), Origin.window(""));
        other.export("plate", file);
        assertThatThrownBy(() -> allowing("/usr/bin/python3").bring(file, Clash.FREE_NAME))
                .isInstanceOf(JobRefused.class)
                .hasMessageContaining("files/check.py: is a program");
        assertThat(store.names()).isEmpty();
    }

    @Test
    void anExportWithAnyOfItsBytesChangedIsTheSameJobOrRefused() throws Exception {
        byte[] good = good();
        JobContent job = opened(good);
        Random random = new Random(7);
        Map<String, String> before = Jobs.everything(folder.resolve("data"));
        int refused = 0;
        for (int i = 0; i < 1_500; i++) {
            byte[] changed = changed(good, random);
            try {
                assertThat(opened(changed)).isEqualTo(job);
            } catch (JobRefused expected) {
                refused++;
                assertThat(expected.getMessage()).startsWith("plate.shutterjob").doesNotContain("null");
            }
        }
        assertThat(refused).isGreaterThan(1_100);
        assertThat(Jobs.everything(folder.resolve("data"))).isEqualTo(before);
    }

    @Test
    void anyPictureWithChangedBytesIsDecodedOrRefused() throws Exception {
        Random random = new Random(8);
        for (String kind : new String[] {"png", "jpg", "bmp", "tif"}) {
            byte[] picture = picture(kind, 24, 16);
            for (int i = 0; i < 300; i++) {
                byte[] changed = changed(picture, random);
                try {
                    BroughtFile.check(
                            "a." + kind, "a." + kind, JobFile.of(changed), Set.of(), SMALL, AllowedPrograms.NONE);
                } catch (JobRefused expected) {
                    assertThat(expected.getMessage()).startsWith("a." + kind);
                }
            }
        }
    }

    private static byte[] changed(byte[] good, Random random) {
        byte[] changed = good.clone();
        switch (random.nextInt(5)) {
            case 0 -> changed = Arrays.copyOf(changed, random.nextInt(changed.length));
            case 1 -> {
                int at = random.nextInt(changed.length);
                changed = concat(
                        Arrays.copyOf(changed, at), Arrays.copyOfRange(good, random.nextInt(at + 1), good.length));
            }
            default -> {
                for (int i = random.nextInt(4); i >= 0; i--) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                }
            }
        }
        return changed;
    }

    /** It is refused, and no memory is taken for what it says or unpacks to. */
    private void refuses(byte[] zip, String message) throws IOException {
        Files.write(file, zip);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThatThrownBy(() -> JobPackage.open(file, "plate.shutterjob", Jobs.tools(), AllowedPrograms.NONE, SMALL))
                .isInstanceOf(JobRefused.class)
                .hasMessageStartingWith("plate.shutterjob")
                .hasMessageContaining(message);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                .as("bytes of memory for it")
                .isLessThan(MOST_MEMORY_BYTES);
        if (!message.contains("at most")) {
            assertThatThrownBy(() -> store.bring(file, Clash.NEW_VERSION)).isInstanceOf(JobRefused.class);
        }
        assertThat(Jobs.everything(folder.resolve("data"))).isEmpty();
    }

    private JobContent opened(byte[] zip) throws IOException, JobRefused {
        Files.write(file, zip);
        try (JobPackage brought =
                JobPackage.open(file, "plate.shutterjob", Jobs.tools(), AllowedPrograms.NONE, SMALL)) {
            return brought.content();
        }
    }

    private static JobContent pattern() throws IOException {
        return JobContent.of("plate", Jobs.tree(PATTERN), Map.of("print.png", JobFile.of(png(20, 30))));
    }

    private static byte[] good() throws IOException {
        return exported(pattern().withFile("notes.txt", Jobs.file("some words")));
    }

    private static byte[] exported(JobContent content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JobPackage.write(content, bytes);
        return bytes.toByteArray();
    }

    private static byte[] with(String name, byte[] content) throws IOException {
        return exported(pattern().withFile(name, JobFile.of(content)));
    }

    private static void addGood(RawZip zip, String yaml) {
        addGood(zip, yaml, Map.of(), Integer.MIN_VALUE);
    }

    private static void addGood(RawZip zip, String yaml, Map<String, byte[]> more, int bytesSaid) {
        Map<String, byte[]> files = new LinkedHashMap<>(more);
        files.put("print.png", png(9, 9));
        addFiles(zip, yaml, files, bytesSaid, "plate", 1);
    }

    private static void addFiles(
            RawZip zip, String yaml, Map<String, byte[]> files, int bytesSaid, String name, int format) {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("job.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        files.forEach((file, content) -> all.put("files/" + file, content));
        StringBuilder listed = new StringBuilder();
        all.forEach((entry, content) -> {
            boolean lies = bytesSaid != Integer.MIN_VALUE && entry.endsWith(".bin");
            listed.append(listed.length() == 0 ? "" : ",")
                    .append(String.format(
                            "\"%s\":{\"bytes\":%s,\"sha256\":\"%s\"}",
                            entry, lies ? bytesSaid : content.length, Hash.of(content)));
        });
        zip.add("manifest.json", "{\"format\":" + format + ",\"name\":\"" + name + "\",\"files\":{" + listed + "}}");
        all.forEach(zip::add);
    }

    /** The least that is an ONNX file: its version and a graph with a name. */
    private static byte[] model() {
        return new byte[] {8, 7, 58, 4, 18, 2, 'a', 'b'};
    }

    private static byte[] png(int width, int height) {
        return picture("png", width, height);
    }

    private static byte[] picture(String kind, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Random random = new Random(1);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            assertThat(ImageIO.write(image, kind, bytes)).isTrue();
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The same PNG with another size in its header, check sum and all. */
    private static byte[] header(byte[] png, int width, int height) {
        byte[] changed = png.clone();
        java.nio.ByteBuffer.wrap(changed).putInt(16, width).putInt(20, height);
        CRC32 crc = new CRC32();
        crc.update(changed, 12, 17);
        java.nio.ByteBuffer.wrap(changed).putInt(29, (int) crc.getValue());
        return changed;
    }

    private static byte[] concat(byte[] one, byte[] two) {
        byte[] both = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        return both;
    }
}
