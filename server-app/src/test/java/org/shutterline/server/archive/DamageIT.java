package org.shutterline.server.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.message.Detail;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.PictureFormat;
import org.shutterline.protocol.message.PictureState;
import org.shutterline.protocol.message.PictureView;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.spi.PixelFormat;

/** Whatever happens to the files: it is named, or the answers are those that were given before. */
class DamageIT {
    private static final PictureRules RULES =
            new PictureRules(PictureRules.Keep.ALL, PictureRoom.ofBytes(1 << 20), PictureRules.Format.PNG, 90);
    private static final int RESULTS = 3;

    @TempDir
    Path folder;

    private final Path sound() {
        return folder.resolve("sound");
    }

    private final Path hurt() {
        return folder.resolve("hurt");
    }

    private static Archive open(Path store) throws IOException {
        return Archive.open(store, RULES, Clock.systemUTC());
    }

    private void fixture() throws IOException {
        assertThat(StoreFixture.unpack(Schema.VERSION, sound())).isTrue();
    }

    private void copy() throws IOException {
        delete(hurt());
        try (Stream<Path> all = Files.walk(sound())) {
            for (Path path : all.toList()) {
                Path to = hurt().resolve(sound().relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(path, to);
                }
            }
        }
    }

    private static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> all = Files.walk(tree)) {
                for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    /** All that can be asked, each answer as text; what is refused is the word. */
    private static List<String> answers(Archive archive) {
        List<String> answers = new ArrayList<>();
        for (long id = 1; id <= RESULTS; id++) {
            long asked = id;
            answers.add(answer(() -> archive.detail(asked).map(DamageIT::withoutPicture)));
        }
        answers.add(answer(() ->
                archive.since(1, 0, 100).stream().map(InspectionResult::id).toList()));
        answers.add(answer(
                () -> archive.newest(1, 100).stream().map(InspectionResult::id).toList()));
        answers.add(answer(() -> archive.search(HistoryQuery.newest(100)).stream()
                .map(InspectionResult::id)
                .toList()));
        answers.add(answer(() -> archive.recall(1)));
        return answers;
    }

    private static String withoutPicture(Detail detail) {
        return detail.toString().replaceAll("picture=[A-Z_]+", "");
    }

    private static String answer(Supplier<Object> asked) {
        try {
            return String.valueOf(asked.get());
        } catch (UncheckedIOException refused) {
            assertThat(refused).hasMessageContaining(Database.FILE);
            return "refused";
        }
    }

    /** Opens what was hurt: nothing that it says may differ from before, unless damage is named. */
    private void assertNothingIsSilentlyWrong(String what, List<String> before) throws IOException {
        List<String> now;
        boolean named;
        try (Archive archive = open(hurt())) {
            now = answers(archive);
            named = !archive.health().damage().isEmpty();
            assertThat(archive.nextId()).as("ids after " + what).isGreaterThan(RESULTS);
        } catch (ArchiveException refused) {
            assertThat(refused).as(what).hasMessageContaining(Database.FILE);
            return;
        }
        for (int i = 0; i < before.size(); i++) {
            boolean answered = !now.get(i).equals("refused") && !now.get(i).equals(before.get(i));
            if (answered && !named && isSound(hurt())) {
                throw new AssertionError(
                        what + ", and nothing says so: " + now.get(i) + " instead of " + before.get(i));
            }
        }
    }

    private static boolean isSound(Path store) {
        try {
            return Verification.of(store).damage().isEmpty();
        } catch (ArchiveException damaged) {
            return false;
        }
    }

    private List<String> before() throws IOException {
        copy();
        try (Archive archive = open(hurt())) {
            assertThat(archive.health().damage()).isEmpty();
            return answers(archive);
        }
    }

    private void flip(Path file, int offset) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[offset] ^= (byte) (1 << offset % 7);
        Files.write(file, bytes);
    }

    @Test
    void aFlippedBitAnywhereInTheDatabaseIsNamedOrHarmless() throws Exception {
        fixture();
        List<String> before = before();
        byte[] bytes = Files.readAllBytes(sound().resolve(Database.FILE));
        int tried = 0;
        for (int at = 0; at < bytes.length; at += bytes[at] == 0 ? 997 : 71) {
            copy();
            flip(hurt().resolve(Database.FILE), at);
            assertNothingIsSilentlyWrong("a flipped bit at " + at, before);
            tried++;
        }
        assertThat(tried).isGreaterThan(60);
    }

    private void changeADigitOf(int id) throws Exception {
        fixture();
        copy();
        Path file = hurt().resolve(Database.FILE);
        byte[] bytes = Files.readAllBytes(file);
        byte[] digits =
                String.format(Locale.ROOT, "%d.0305", 12 + id).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        int at = 0;
        while (!Arrays.equals(bytes, at, at + digits.length, digits, 0, digits.length)) {
            at++;
        }
        bytes[at + 1]++;
        Files.write(file, bytes);
    }

    @Test
    void aChangedDigitOfAValueIsNamed() throws Exception {
        changeADigitOf(1);
        try (Archive archive = open(hurt())) {
            assertThat(answer(() -> archive.find(1))).isEqualTo("refused");
            assertThat(archive.find(2)).isPresent();
            assertThat(archive.health().damage()).extracting(Trouble::why).anyMatch(why -> why.contains("result 1"));
        }
        assertThat(Verification.of(hurt()).damage()).anyMatch(why -> why.contains("result 1"));
    }

    @Test
    void aDamagedResultHidesNoneOfThoseAfterItAndIsNamed() throws Exception {
        changeADigitOf(1);
        try (Archive archive = open(hurt())) {
            assertThat(archive.since(1, 0, 100))
                    .extracting(InspectionResult::id)
                    .containsExactly(2L, 3L);
            assertThat(archive.since(1, 0, 1))
                    .as("a page is full while there are more")
                    .extracting(InspectionResult::id)
                    .containsExactly(2L);
            assertThat(archive.since(1, 3, 100)).isEmpty();
            assertThat(archive.health().damage()).extracting(Trouble::why).anyMatch(why -> why.contains("result 1"));
        }
    }

    @Test
    void theResultBeforeADamagedLastOneIsNotToldForIt() throws Exception {
        changeADigitOf(3);
        try (Archive archive = open(hurt())) {
            assertThat(answer(() -> archive.last(1))).isEqualTo("refused");
            assertThat(archive.since(1, 0, 100))
                    .extracting(InspectionResult::id)
                    .containsExactly(1L, 2L);
            assertThat(archive.health().damage()).extracting(Trouble::why).anyMatch(why -> why.contains("result 3"));
        }
    }

    @Test
    void aDatabaseThatIsCutOffOrEmptiedIsNamed() throws Exception {
        fixture();
        List<String> before = before();
        long length = Files.size(sound().resolve(Database.FILE));
        for (long left : List.of(0L, 1L, 99L, 4_095L, 4_096L, length / 2, length - 4_096, length - 1)) {
            copy();
            Path file = hurt().resolve(Database.FILE);
            Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) left));
            assertNothingIsSilentlyWrong("cut off after " + left + " bytes", before);
            assertThat(isSound(hurt())).as("sound with " + left + " bytes").isFalse();
        }
    }

    /** As a kill leaves it: all that was answered is in the log. */
    private void killed() throws Exception {
        Path store = Files.createDirectories(folder.resolve("living"));
        try (Archive archive = open(store)) {
            for (int i = 0; i < RESULTS; i++) {
                Outcomes outcome = new Outcomes();
                archive.keep(Samples.detail(archive.nextId(), 1, Verdict.OK), Optional.empty(), outcome);
                outcome.stored();
            }
            Path tail = store.resolve(Tail.FILE);
            await().until(() -> Files.size(tail) > 0 && lastIn(store) == RESULTS);
            Files.createDirectories(sound());
            for (String file : List.of(Database.FILE, Database.FILE + "-wal", Tail.FILE)) {
                Files.copy(store.resolve(file), sound().resolve(file));
            }
        }
    }

    private static long lastIn(Path store) throws IOException {
        try (Tail tail = Tail.open(store)) {
            return tail.last().orElse(0);
        }
    }

    @Test
    void aFlippedBitAnywhereInTheLogIsNamedOrHarmless() throws Exception {
        killed();
        List<String> before = before();
        assertThat(before.get(3)).isEqualTo("[1, 2, 3]");
        Path log = Path.of(Database.FILE + "-wal");
        byte[] bytes = Files.readAllBytes(sound().resolve(log));
        for (int at = 0; at < bytes.length; at += 2_039) {
            copy();
            flip(hurt().resolve(log), at);
            assertNothingIsSilentlyWrong("a flipped bit of the log at " + at, before);
        }
        for (int left : List.of(0, 31, 32, 4_000, bytes.length / 2, bytes.length - 4_000)) {
            copy();
            Files.write(hurt().resolve(log), Arrays.copyOf(bytes, left));
            assertNothingIsSilentlyWrong("a log cut off after " + left, before);
        }
        copy();
        Files.delete(hurt().resolve(log));
        assertNothingIsSilentlyWrong("a deleted log", before);
    }

    @Test
    void resultsThatWereAnsweredAndAreMissingAreNamed() throws Exception {
        killed();
        copy();
        Files.delete(hurt().resolve(Database.FILE + "-wal"));
        Files.delete(hurt().resolve(Database.FILE));
        Archive.open(Files.createDirectories(folder.resolve("other")), RULES, Clock.systemUTC())
                .close();
        Files.copy(folder.resolve("other").resolve(Database.FILE), hurt().resolve(Database.FILE));
        try (Archive archive = open(hurt())) {
            assertThat(archive.health().damage())
                    .extracting(Trouble::why)
                    .anyMatch(why -> why.contains("result 3 was answered and is missing"));
            assertThat(archive.nextId()).isEqualTo(4);
        }
    }

    @Test
    void aDamagedTailIsHarmless() throws Exception {
        killed();
        for (int at = 0; at < 16; at++) {
            copy();
            flip(hurt().resolve(Tail.FILE), at);
            try (Archive archive = open(hurt())) {
                assertThat(archive.health().damage()).isEmpty();
                assertThat(archive.nextId()).isGreaterThan(RESULTS);
            }
        }
    }

    @Test
    void picturesThatAreChangedEmptiedOrGoneAreNamed() throws Exception {
        fixture();
        copy();
        try (Stream<Path> all = Files.walk(hurt().resolve(PictureFiles.FOLDER))) {
            List<Path> pictures = all.filter(Files::isRegularFile).sorted().toList();
            assertThat(pictures).hasSize(RESULTS);
            flip(pictures.get(0), 60);
            Files.write(pictures.get(1), new byte[0]);
            Files.delete(pictures.get(2));
        }
        assertThat(Verification.of(hurt()).damage())
                .hasSize(3)
                .allMatch(why -> why.contains("the picture 2026-11-23/"));
        try (Archive archive = open(hurt())) {
            await().untilAsserted(() -> assertThat(archive.health().damage())
                    .anyMatch(trouble -> trouble.why().contains("is gone")));
            for (long id = 1; id <= RESULTS; id++) {
                assertThat(archive.picture(id, PictureFormat.PNG, PictureView.SOURCE))
                        .isInstanceOf(PictureAnswer.NotKept.class);
            }
            assertThat(archive.health().damage()).hasSize(3);
            await().untilAsserted(() ->
                    assertThat(archive.find(1).orElseThrow().picture()).isEqualTo(PictureState.LOST));
            Outcomes next = new Outcomes();
            archive.keep(
                    Samples.detail(archive.nextId(), 1, Verdict.OK),
                    Optional.of(Samples.frame(16, 12, PixelFormat.MONO8, new AtomicInteger())),
                    next);
            assertThat(next.stored().picture()).isEqualTo(PictureState.PENDING);
        }
    }
}
