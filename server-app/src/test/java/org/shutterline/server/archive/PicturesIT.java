package org.shutterline.server.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Picture;
import org.shutterline.protocol.message.PictureFormat;
import org.shutterline.protocol.message.PictureState;
import org.shutterline.protocol.message.PictureView;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.frame.Pixels;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.PixelFormat;

class PicturesIT {
    private static final PictureRules ALL = PictureRules.USUAL;

    /** The least that a file takes of the disk. */
    private static final long BLOCK = 4_096;

    /** Nothing written stays in memory: what is shown comes from the file. */
    private static final PictureMemory NO_RECENT = new PictureMemory(1 << 20, 64, 0);

    @TempDir
    Path folder;

    private final AtomicInteger openFrames = new AtomicInteger();

    private Archive open(PictureRules rules, PictureMemory memory) throws Exception {
        return Archive.open(folder, rules, memory, Clock.systemUTC());
    }

    private InspectionResult keep(Archive archive, Verdict verdict, Frame frame) throws Exception {
        Outcomes outcome = new Outcomes();
        archive.keep(Samples.detail(archive.nextId(), 1, verdict), Optional.of(frame), outcome);
        return outcome.stored();
    }

    private Frame mono() {
        return Samples.frame(64, 48, PixelFormat.MONO8, openFrames);
    }

    private static void untilState(Archive archive, long id, PictureState state) {
        await().untilAsserted(() ->
                assertThat(archive.find(id).orElseThrow().picture()).isEqualTo(state));
    }

    private static Picture picture(Archive archive, long id, PictureFormat format, PictureView view) {
        PictureAnswer answer = archive.picture(id, format, view);
        assertThat(answer).isInstanceOf(PictureAnswer.Found.class);
        return ((PictureAnswer.Found) answer).picture();
    }

    private static byte[] bytes(Picture picture) {
        try (var blob = picture.blob()) {
            ByteBuffer view = blob.bytes();
            byte[] bytes = new byte[view.remaining()];
            view.get(bytes);
            return bytes;
        }
    }

    private List<String> files() throws Exception {
        Path pictures = folder.resolve(PictureFiles.FOLDER);
        if (!Files.isDirectory(pictures)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(pictures)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> pictures.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void tellsSinceWhenAPictureIsWritten() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        Frame slow = new Frame(64, 48, PixelFormat.MONO8, ByteBuffer.allocateDirect(64 * 48), () -> {
            if (Thread.currentThread().getName().equals("pictures")) {
                waitFor(go);
            }
        });
        try (Archive archive = open(ALL, NO_RECENT)) {
            DiskStep step = archive.steps().get("the thread that writes pictures");
            InspectionResult kept = keep(archive, Verdict.NG, slow);
            await().until(() -> step.now().isPresent());
            assertThat(step.now().orElseThrow().thread().getName()).isEqualTo("pictures");
            go.countDown();
            untilState(archive, kept.id(), PictureState.STORED);
            await().until(() -> step.now().isEmpty());
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aPictureIsShownAtOnceAndFromItsFileTheSame() throws Exception {
        for (PixelFormat format : PixelFormat.values()) {
            try (Archive archive = open(ALL, NO_RECENT)) {
                Frame frame = Samples.frame(61, 48, format, openFrames);
                byte[] expected = new byte[frame.bytes()];
                frame.pixels().get(expected);
                InspectionResult result = keep(archive, Verdict.NG, frame);
                assertThat(result.picture()).isEqualTo(PictureState.PENDING);
                assertThat(bytes(picture(archive, result.id(), PictureFormat.RAW, PictureView.SOURCE)))
                        .isEqualTo(expected);
                untilState(archive, result.id(), PictureState.STORED);
                assertThat(openFrames).hasValue(0);
                Picture raw = picture(archive, result.id(), PictureFormat.RAW, PictureView.SOURCE);
                assertThat(raw.format()).isEqualTo(format.word());
                assertThat(raw.width()).isEqualTo(61);
                assertThat(raw.height()).isEqualTo(48);
                assertThat(bytes(raw)).isEqualTo(expected);
            }
        }
        assertThat(files()).containsExactly("2026-11-23/0000000001-1-NG.png", "2026-11-23/0000000002-1-NG.png");
    }

    @Test
    void aRecentPictureIsLentWithoutACopy() throws Exception {
        Picture raw;
        try (Archive archive = open(ALL, PictureMemory.USUAL)) {
            InspectionResult result = keep(archive, Verdict.OK, mono());
            untilState(archive, result.id(), PictureState.STORED);
            raw = picture(archive, result.id(), PictureFormat.RAW, PictureView.SOURCE);
        }
        assertThat(raw.blob().bytes().isDirect()).isTrue();
        assertThat(openFrames).hasValue(1);
        raw.blob().close();
        assertThat(openFrames).hasValue(0);
    }

    @Test
    void showsEveryViewInEveryFormat() throws Exception {
        try (Archive archive = open(ALL, NO_RECENT)) {
            InspectionResult result = keep(archive, Verdict.NG, Samples.frame(480, 300, PixelFormat.MONO8, openFrames));
            untilState(archive, result.id(), PictureState.STORED);
            Picture jpeg = picture(archive, result.id(), PictureFormat.JPEG, PictureView.SOURCE);
            assertThat(bytes(jpeg)).startsWith(0xFF, 0xD8);
            assertThat(Pixels.decode(bytes(jpeg)).format()).isEqualTo(PixelFormat.MONO8);
            Picture png = picture(archive, result.id(), PictureFormat.PNG, PictureView.SOURCE);
            assertThat(bytes(png))
                    .isEqualTo(Files.readAllBytes(folder.resolve("pictures/2026-11-23/0000000001-1-NG.png")));
            Picture small = picture(archive, result.id(), PictureFormat.JPEG, PictureView.THUMBNAIL);
            assertThat(small.width()).isEqualTo(240);
            assertThat(small.height()).isEqualTo(150);
            Picture overlay = picture(archive, result.id(), PictureFormat.RAW, PictureView.OVERLAY);
            assertThat(overlay.format()).isEqualTo("bgr8");
            byte[] drawn = bytes(overlay);
            // the circle around 10.5, 10.25 through 14, 10 passes through 14, 10: NG's colour there
            int at = (10 * 480 + 14) * 3;
            assertThat(drawn[at + 2] & 0xFF).isGreaterThan(200);
            assertThat(drawn[at] & 0xFF).isLessThan(120);
        }
    }

    @Test
    void aPolicyKeepsWhatItNames() throws Exception {
        try (Archive archive = open(
                new PictureRules(
                        PictureRules.Keep.NG_AND_UNKNOWN, PictureRoom.ofBytes(1 << 20), PictureRules.Format.PNG, 90),
                NO_RECENT)) {
            InspectionResult ok = keep(archive, Verdict.OK, mono());
            InspectionResult ng = keep(archive, Verdict.NG, mono());
            assertThat(ok.picture()).isEqualTo(PictureState.NOT_KEPT);
            assertThat(archive.picture(ok.id(), PictureFormat.JPEG, PictureView.SOURCE))
                    .isInstanceOf(PictureAnswer.NotKept.class);
            assertThat(archive.picture(99, PictureFormat.JPEG, PictureView.SOURCE))
                    .isInstanceOf(PictureAnswer.NoSuchResult.class);
            untilState(archive, ng.id(), PictureState.STORED);
        }
        try (Archive archive = open(
                new PictureRules(PictureRules.Keep.NONE, PictureRoom.ofBytes(1 << 20), PictureRules.Format.PNG, 90),
                NO_RECENT)) {
            assertThat(keep(archive, Verdict.NG, mono()).picture()).isEqualTo(PictureState.NOT_KEPT);
        }
        assertThat(files()).containsExactly("2026-11-23/0000000002-1-NG.png");
        assertThat(openFrames).hasValue(0);
    }

    @Test
    void aPolicyWritesJpeg() throws Exception {
        try (Archive archive = open(
                new PictureRules(PictureRules.Keep.ALL, PictureRoom.ofBytes(1 << 20), PictureRules.Format.JPEG, 90),
                NO_RECENT)) {
            InspectionResult result = keep(archive, Verdict.OK, mono());
            untilState(archive, result.id(), PictureState.STORED);
            assertThat(picture(archive, result.id(), PictureFormat.PNG, PictureView.SOURCE)
                            .width())
                    .isEqualTo(64);
        }
        assertThat(files()).containsExactly("2026-11-23/0000000001-1-OK.jpg");
    }

    @Test
    void theOldestPicturesGiveWayAndTheirResultsStay() throws Exception {
        long one;
        try (Archive archive = open(ALL, NO_RECENT)) {
            untilState(archive, keep(archive, Verdict.OK, mono()).id(), PictureState.STORED);
            one = archive.health().use().bytes();
        }
        PictureRules three = new PictureRules(
                PictureRules.Keep.ALL, PictureRoom.ofBytes(3 * one + one / 2), PictureRules.Format.PNG, 90);
        try (Archive archive = open(three, PictureMemory.USUAL)) {
            for (int i = 0; i < 9; i++) {
                keep(archive, Verdict.OK, mono());
            }
            untilState(archive, 10, PictureState.STORED);
            for (long id = 1; id <= 7; id++) {
                untilState(archive, id, PictureState.NOT_KEPT);
                assertThat(archive.picture(id, PictureFormat.JPEG, PictureView.SOURCE))
                        .isInstanceOf(PictureAnswer.NotKept.class);
            }
            assertThat(archive.health().use().bytes()).isEqualTo(3 * one);
            assertThat(archive.since(1, 0, 100)).hasSize(10);
        }
        assertThat(files()).hasSize(3).allMatch(name -> name.compareTo("2026-11-23/0000000008") > 0);
        try (Archive archive = open(
                new PictureRules(PictureRules.Keep.ALL, PictureRoom.ofBytes(one), PictureRules.Format.PNG, 90),
                NO_RECENT)) {
            untilState(archive, 9, PictureState.NOT_KEPT);
            untilState(archive, 10, PictureState.STORED);
        }
    }

    @Test
    void aPictureThatFindsNoRoomIsLostAndItsResultIsNot() throws Exception {
        try (Archive archive = open(ALL, new PictureMemory(1_000, 64, 0))) {
            InspectionResult result = keep(archive, Verdict.OK, mono());
            assertThat(result.picture()).isEqualTo(PictureState.LOST);
            assertThat(archive.find(result.id())).contains(result);
            assertThat(archive.health().lostPictures()).isEqualTo(1);
            assertThat(archive.health().pictureError()).isPresent();
            assertThat(openFrames).hasValue(0);
        }
    }

    @Test
    void aPictureThatCannotBeWrittenIsLostVisibly() throws Exception {
        Files.writeString(folder.resolve(PictureFiles.FOLDER), "a file where the folder should be");
        try (Archive archive = open(ALL, NO_RECENT)) {
            InspectionResult result = keep(archive, Verdict.OK, mono());
            untilState(archive, result.id(), PictureState.LOST);
            assertThat(archive.health().pictureError()).isPresent();
            assertThat(openFrames).hasValue(0);
        }
    }

    @Test
    void aStartSetsRightWhatAnUncleanEndLeft() throws Exception {
        try (Archive archive = open(ALL, NO_RECENT)) {
            for (int i = 0; i < 3; i++) {
                untilState(archive, keep(archive, Verdict.OK, mono()).id(), PictureState.STORED);
            }
        }
        // as if the process had been killed before the ends of pictures 1 to 3 were noted, and before 2 was written
        try (var other = java.sql.DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Database.FILE));
                var statement = other.createStatement()) {
            statement.execute("DELETE FROM picture");
        }
        Path day = folder.resolve("pictures/2026-11-23");
        Files.delete(day.resolve("0000000002-1-OK.png"));
        Files.write(day.resolve("0000000003-1-OK.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0});
        Files.write(day.resolve("0000000009-1-OK.png"), new byte[9]);
        Files.write(day.resolve("0000000001-1-OK.png.tmp"), new byte[9]);
        Files.writeString(folder.resolve("pictures/readme.txt"), "of someone else");
        try (Archive archive = open(ALL, NO_RECENT)) {
            untilState(archive, 1, PictureState.STORED);
            untilState(archive, 2, PictureState.LOST);
            untilState(archive, 3, PictureState.LOST);
            assertThat(picture(archive, 1, PictureFormat.PNG, PictureView.SOURCE)
                            .width())
                    .isEqualTo(64);
        }
        // what belongs to no result says that results are missing, and stays
        assertThat(files())
                .containsExactly("2026-11-23/0000000001-1-OK.png", "2026-11-23/0000000009-1-OK.png", "readme.txt");
    }

    @Test
    void aFileThatCannotBeLookedAtDoesNotEndTheLookThroughTheOthers() throws Exception {
        Path day = Files.createDirectories(folder.resolve("pictures/2026-11-23"));
        Files.write(day.resolve("0000000001-1-OK.png.tmp"), new byte[9]);
        Files.write(day.resolve("9999999999999999999-1-OK.png"), new byte[9]);
        for (int other = 0; other < 20; other++) {
            Files.write(day.resolve("of someone else " + other), new byte[9]);
        }
        Files.createSymbolicLink(folder.resolve("pictures/2026-11-24"), Path.of("leads nowhere"));
        try (Archive archive = open(ALL, NO_RECENT)) {
            await().untilAsserted(
                            () -> assertThat(archive.health().use().bytes()).isEqualTo(21 * BLOCK));
            assertThat(archive.health().pictureError()).isEmpty();
        }
        assertThat(files()).hasSize(21).noneMatch(name -> name.endsWith(".tmp"));
    }

    @Test
    void anErrorWithOnePictureDoesNotEndTheThreadThatWritesTheOthers() throws Exception {
        try (Archive archive = open(ALL, NO_RECENT)) {
            Frame plain = mono();
            ByteBuffer memory = ByteBuffer.allocateDirect(plain.bytes());
            plain.close();
            Frame bad = new Frame(64, 48, PixelFormat.MONO8, memory, () -> {
                throw new OutOfMemoryError("of this test");
            });
            InspectionResult first = keep(archive, Verdict.OK, bad);
            untilState(archive, first.id(), PictureState.LOST);
            assertThat(archive.health().lostPictures()).isEqualTo(1);
            InspectionResult second = keep(archive, Verdict.OK, mono());
            untilState(archive, second.id(), PictureState.STORED);
        }
        assertThat(openFrames).hasValue(0);
    }

    @Test
    void aChangedFileIsNotShown() throws Exception {
        try (Archive archive = open(ALL, NO_RECENT)) {
            InspectionResult result = keep(archive, Verdict.OK, mono());
            untilState(archive, result.id(), PictureState.STORED);
            Path file = folder.resolve("pictures").resolve(files().get(0));
            byte[] content = Files.readAllBytes(file);
            content[content.length / 2] ^= 1;
            Files.write(file, content);
            assertThat(archive.picture(result.id(), PictureFormat.PNG, PictureView.SOURCE))
                    .isInstanceOf(PictureAnswer.NotKept.class);
            untilState(archive, result.id(), PictureState.LOST);
        }
    }

    @Test
    void picturesOfManyTriggersAreAllWrittenOrSaidToBeLost() throws Exception {
        List<Outcomes> outcomes = new ArrayList<>();
        try (Archive archive = open(ALL, NO_RECENT)) {
            for (int i = 0; i < 300; i++) {
                Outcomes outcome = new Outcomes();
                outcomes.add(outcome);
                archive.keep(Samples.detail(archive.nextId(), 1, Verdict.OK), Optional.of(mono()), outcome);
            }
            for (Outcomes outcome : outcomes) {
                outcome.stored();
            }
        }
        assertThat(openFrames).hasValue(0);
        try (Archive archive = open(ALL, NO_RECENT)) {
            List<InspectionResult> all = archive.since(1, 0, 1_000);
            assertThat(all).hasSize(300).noneMatch(result -> result.picture() == PictureState.PENDING);
            assertThat(files())
                    .hasSize((int) all.stream()
                            .filter(result -> result.picture() == PictureState.STORED)
                            .count())
                    .isNotEmpty();
        }
    }
}
