package org.shutterline.server.spi.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.Vision;

/** Real programs that do all that a program should not, once; in their next life they are good. */
final class ProgramIT {
    private static final long LIMIT_MS = 400;
    private static final long LONG_MS = 10_000;
    private static final int LONGEST_LINE = 10_000;

    @TempDir
    Path folder;

    private final String name = UUID.randomUUID().toString();
    private Mat picture;
    private Optional<Program> program = Optional.empty();

    @BeforeEach
    void prepare() throws InterruptedException {
        assumeTrue(Python.isThere(), "no python3 on this machine");
        Vision.load();
        picture = new Mat(1000, 1200, CvType.CV_8UC1, new Scalar(7));
    }

    @AfterEach
    void leavesNothingBehind() {
        if (picture == null) {
            return;
        }
        program.ifPresent(Program::close);
        picture.release();
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            assertThat(Python.runningFrom(folder)).isEmpty();
            assertThat(Python.threads(name)).isEmpty();
        });
    }

    @Test
    void answersPictureAfterPicture() throws Exception {
        start("hello()\nwhile True: answer(picture())");
        for (int i = 1; i <= 5; i++) {
            assertThat(ask(LONG_MS)).containsEntry("picture", i).containsEntry("values", Map.of("first", 7));
        }
    }

    @Test
    void tellsItsSettingsAndWhatThePictureIs() throws Exception {
        start("hello()\np = picture()\np.pop('pixels')\np['told'] = told\nsay(p)\ntime.sleep(60)");
        Map<String, Object> said = program.orElseThrow().ask(Map.of("part", "SN-1"), picture, LONG_MS * 1_000_000);
        assertThat(said)
                .containsEntry("picture", 1)
                .containsEntry("width", 1200)
                .containsEntry("height", 1000)
                .containsEntry("format", "mono8")
                .containsEntry("bytes", 1_200_000)
                .containsEntry("part", "SN-1")
                .containsEntry(
                        "told", Map.of("hello", "server", "version", 1, "settings", Map.of("level", 3, "on", true)));
        assertThat((Integer) said.get("leftMs")).isBetween(1, (int) LONG_MS);
    }

    @Test
    void sendsPartsOfPicturesAndColours() throws Exception {
        start("hello()\nwhile True:\n p = picture()\n say({'picture': p['picture'], 'sum': sum(p['pixels'])})");
        try (Program asked = program.orElseThrow()) {
            Mat part = picture.submat(new Rect(10, 10, 5, 3));
            Mat colour = new Mat(2, 2, CvType.CV_8UC3, new Scalar(1, 2, 3));
            assertThat(asked.ask(Map.of(), part, LONG_MS * 1_000_000)).containsEntry("sum", 7 * 15);
            assertThat(asked.ask(Map.of(), colour, LONG_MS * 1_000_000)).containsEntry("sum", 4 * 6);
            part.release();
            colour.release();
        }
    }

    @Test
    void remarksBetweenItsAnswers() throws Exception {
        start("hello()\nwhile True:\n p = picture()\n out.write(b'# a remark\\n')\n answer(p)");
        assertThat(ask(LONG_MS)).containsEntry("picture", 1);
        assertThat(ask(LONG_MS)).containsEntry("picture", 2);
    }

    @Test
    void neverAnswers() throws Exception {
        fails("hello()\npicture()\ntime.sleep(60)", "did not answer in time");
    }

    @Test
    void answersLate() throws Exception {
        fails(
                "hello()\np = picture()\ntime.sleep(0.7)\nanswer(p)\nwhile True: answer(picture())",
                "did not answer in time");
    }

    @Test
    void diesAtStart() throws Exception {
        start("sys.stderr.write('no licence\\n')\nsys.exit(3)");
        assertThat(ask(LONG_MS)).containsEntry("picture", 1);
    }

    @Test
    void diesAtEachStart() throws Exception {
        startAlways("import sys\nsys.stderr.write('no licence\\n')\nsys.exit(3)");
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            long start = System.nanoTime();
            assertThatThrownBy(() -> ask(LIMIT_MS))
                    .isInstanceOf(ToolException.class)
                    .hasMessageContaining("ended with exit code 3 and said 'no licence'");
            assertThat(System.nanoTime() - start).isLessThan(2 * LIMIT_MS * 1_000_000);
        });
    }

    @Test
    void diesInThePicture() throws Exception {
        fails("hello()\ninp.readline()\ninp.read(1000)\nos._exit(7)", "ended with exit code 7");
    }

    @Test
    void isKilledFromOutside() throws Exception {
        fails("hello()\npicture()\nos.kill(os.getpid(), signal.SIGKILL)", "ended with exit code 137");
    }

    @Test
    void writesRubbish() throws Exception {
        fails(
                "hello()\npicture()\nout.write(b'\\xff\\x1b[31mhello\\n')\nout.flush()\ntime.sleep(60)",
                "no JSON object");
    }

    @Test
    void writesAnotherThingThanAnObject() throws Exception {
        fails("hello()\npicture()\nsay([1, 2])\ntime.sleep(60)", "no JSON object: '[1, 2]'");
    }

    @Test
    void writesBytesWithoutEnd() throws Exception {
        fails("hello()\npicture()\nwhile True: out.write(b'x' * 65536)", "a line of more than 10000 bytes");
    }

    @Test
    void writesLinesWithoutEnd() throws Exception {
        fails("hello()\npicture()\nwhile True: out.write(b'\\n' * 65536)", "no JSON object");
    }

    @Test
    void answersForAnotherPicture() throws Exception {
        fails("hello()\np = picture()\np['picture'] -= 1\nanswer(p)\ntime.sleep(60)", "for picture 0, asked was 1");
    }

    @Test
    void answersTwice() throws Exception {
        start("hello()\np = picture()\nanswer(p)\nanswer(p)\ntime.sleep(60)");
        ask(LONG_MS);
        await().until(() -> {
            Throwable failed = catchThrowable(() -> ask(LIMIT_MS));
            return failed == null || failed.getMessage().contains("without being asked");
        });
        assertThat(ask(LONG_MS)).containsKey("picture");
    }

    @Test
    void doesNotRead() throws Exception {
        fails("hello()\ntime.sleep(60)", "did not read its picture in time");
    }

    @Test
    void answersWithoutReading() throws Exception {
        fails(
                "hello()\np = json.loads(inp.readline())\nsay({'picture': p['picture']})\ntime.sleep(60)",
                "did not read its picture in time");
    }

    @Test
    void hasChildrenThatHoldThePipe() throws Exception {
        fails("hello()\nfor i in range(5):\n if os.fork() == 0: time.sleep(60)\npicture()\ntime.sleep(60)", "in time");
    }

    @Test
    void diesAndLeavesChildrenThatHoldThePipe() throws Exception {
        fails(
                "hello()\nif os.fork() == 0:\n os.setsid()\n os.fork()\n time.sleep(60)\npicture()\nos._exit(1)",
                "in time");
    }

    @Test
    void ignoresThatItIsToldToEnd() throws Exception {
        fails("signal.signal(signal.SIGTERM, signal.SIG_IGN)\nhello()\npicture()\ntime.sleep(60)", "in time");
    }

    @Test
    void doesNotEndWhenItsPipeIsClosed() throws Exception {
        start("hello()\nanswer(picture())\ntime.sleep(60)");
        ask(LONG_MS);
        long start = System.nanoTime();
        program.orElseThrow().close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void talksMuchAside() throws Exception {
        start("hello()\np = picture()\nsys.stderr.write('x' * 3000000)\nsys.stderr.flush()\nanswer(p)\ntime.sleep(60)");
        assertThat(ask(LONG_MS)).containsEntry("picture", 1);
    }

    @Test
    void saysNothingAtItsStart() throws Exception {
        start("time.sleep(60)", Duration.ofSeconds(2));
        assertThat(ask(LONG_MS)).containsEntry("picture", 1);
    }

    @Test
    void isNotReadyWhenThePictureComes() throws Exception {
        start("time.sleep(60)", Duration.ofSeconds(2));
        assertThatThrownBy(() -> ask(1)).isInstanceOf(ToolException.class);
        assertThat(ask(LONG_MS)).containsKey("picture");
    }

    @Test
    void repeatsWhatItHears() throws Exception {
        start("say(json.loads(inp.readline()))\ntime.sleep(60)");
        assertThat(ask(LONG_MS)).containsEntry("picture", 1);
    }

    @Test
    void speaksAnotherVersion() throws Exception {
        startAlways("import time\nprint('{\"hello\": \"tool\", \"version\": 2}', flush=True)\ntime.sleep(60)");
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 10; i++) {
                        ask(LIMIT_MS);
                    }
                })
                .hasMessageContaining("version 2, expected 1");
    }

    @Test
    void thereIsNoSuchProgram() {
        assertThatThrownBy(() -> Program.start(plan(List.of(folder + "/none"), Duration.ofSeconds(1))))
                .isInstanceOf(IOException.class);
    }

    @Test
    void isStartedAgainAfterAnErrorOfOurOwnToo() throws Exception {
        AtomicInteger starts = new AtomicInteger();
        List<Integer> brokenAtTheSecond = new AbstractList<>() {
            @Override
            public Integer get(int index) {
                if (starts.incrementAndGet() == 2) {
                    throw new IllegalStateException("as scripted");
                }
                return 1;
            }

            @Override
            public int size() {
                return 1;
            }
        };
        Path script = Python.write(folder, "sys.exit(3)");
        program = Optional.of(Program.start(new ProgramPlan(
                name,
                List.of("python3", script.toString()),
                Optional.empty(),
                Map.of("list", brokenAtTheSecond),
                Duration.ofSeconds(10),
                LONGEST_LINE)));

        await().atMost(Duration.ofSeconds(10))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(ask(LIMIT_MS)).containsEntry("values", Map.of("first", 7)));
        assertThat(starts).hasValueGreaterThan(2);
    }

    /** It may be over before the one who starts it looks at it. */
    @Test
    void endsAtOnceHoweverFast() throws Exception {
        for (int i = 0; i < 60; i++) {
            try (Program brief = Program.start(plan(List.of("/bin/true"), Duration.ofSeconds(10)))) {
                assertThatThrownBy(() -> brief.ask(Map.of(), picture, 10_000_000))
                        .isInstanceOf(ToolException.class);
            }
        }
    }

    @Test
    void endsByItselfWhenItIsToldTo() throws Exception {
        start("hello()\nanswer(picture())\ninp.read()\ntime.sleep(0.1)\nopen(here + '/tidy', 'w').close()");
        ask(LONG_MS);
        program.orElseThrow().close();
        assertThat(folder.resolve("tidy")).exists();
    }

    @Test
    void mayBeClosedTwiceAndIsSilentThen() throws Exception {
        start("hello()\nwhile True: answer(picture())");
        program.orElseThrow().close();
        program.orElseThrow().close();
        assertThatThrownBy(() -> ask(LIMIT_MS)).isInstanceOf(ToolException.class);
    }

    /** The first picture fails for this reason, in time; the next is answered by the next life. */
    private void fails(String firstLife, String reason) throws Exception {
        start(firstLife);
        long start = System.nanoTime();
        assertThatThrownBy(() -> ask(LIMIT_MS))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining(reason);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(2 * LIMIT_MS));
        assertThat(ask(LONG_MS)).containsEntry("picture", 2).containsEntry("values", Map.of("first", 7));
    }

    private Map<String, Object> ask(long ms) throws ToolException {
        return program.orElseThrow().ask(Map.of(), picture, ms * 1_000_000);
    }

    private void start(String firstLife) throws IOException {
        start(firstLife, Duration.ofSeconds(10));
    }

    private void start(String firstLife, Duration limit) throws IOException {
        Path script = Python.write(folder, firstLife);
        program = Optional.of(Program.start(plan(List.of("python3", script.toString()), limit)));
    }

    /** One that is bad in all its lives. */
    private void startAlways(String always) throws IOException {
        Path script = Files.writeString(folder.resolve("program.py"), always);
        program = Optional.of(Program.start(plan(List.of("python3", script.toString()), Duration.ofSeconds(10))));
    }

    private ProgramPlan plan(List<String> command, Duration startLimit) {
        return new ProgramPlan(
                name, command, Optional.empty(), Map.of("level", 3, "on", true), startLimit, LONGEST_LINE);
    }
}
