package org.shutterline.server.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.message.Verdict;

/** A tool of a draft that never returns. */
@Timeout(60)
final class StuckToolIT {
    private static final Threads.Limits SHORT = new Threads.Limits(20_000, 2_000, 500);

    @TempDir
    private Path folder;

    private final CountDownLatch never = new CountDownLatch(1);
    private EditorStage stage;

    @BeforeEach
    void open() throws Exception {
        open(SHORT);
    }

    private void open(Threads.Limits limits) throws Exception {
        stage = new EditorStage(folder.resolve(limits.setUpMs() + " ms"), limits);
        stage.teachHole("plate");
        stage.editor.add("scripted");
        stage.editor.retitle("scripted", "the odd one");
        stage.editor.timeLimit("scripted", 1);
        stage.all();
        stage.scripted.onPicture = this::stick;
    }

    @AfterEach
    void end() {
        never.countDown();
    }

    /** Deaf to interrupts, as native code is. */
    private void stick() {
        boolean waiting = true;
        while (waiting) {
            try {
                never.await();
                waiting = false;
            } catch (InterruptedException deaf) {
                continue;
            }
        }
    }

    @Test
    void isNamedAndLeftOutWhileTheOthersGoOn() {
        stage.editor.set("scripted", "count", Optional.of(1));
        stage.all();

        assertThat(stage.notice().text()).isEqualTo("stuck");
        assertThat(stage.notice().with()).containsExactly("the odd one");
        assertThat(stage.tool("scripted").trouble().orElseThrow()).contains("did not return");
        assertThat(stage.tool("blobs").verdict()).contains(Verdict.OK);
        assertThat(stage.open().judged().orElseThrow().fresh()).isTrue();

        stage.scripted.onPicture = () -> {};
        stage.editor.set("scripted", "count", Optional.of(2));
        stage.all();
        assertThat(stage.tool("scripted").trouble()).isEmpty();
        assertThat(stage.tool("scripted").verdict()).isPresent();
    }

    @Test
    void endsATryInWords() {
        stage.editor.tryOnProduction(1, 8);
        stage.all();

        TryView tried = stage.open().tryOn();
        assertThat(tried.running()).isFalse();
        assertThat(tried.trouble().orElseThrow()).contains("the odd one").contains("did not return");
    }

    @Test
    void isNotPutIntoServiceIfItIsNotSetUpInTime() throws Exception {
        open(new Threads.Limits(2_000, 2_000, 500));
        stage.scripted.onPicture = () -> {};
        stage.editor.activate();
        stage.all();
        stage.scripted.onMaking = this::stick;

        stage.editor.confirmActivate(Set.of(1));
        stage.all();

        assertThat(stage.notice().text()).isEqualTo("toolRefused");
        assertThat(stage.notice().with().get(0)).isEqualTo("the odd one");
        assertThat(stage.notice().with().get(1)).contains("expected to be set up within 2 s");
        assertThat(stage.workshop.jobs().names()).isEmpty();
        assertThat(stage.workshop.asked).isEmpty();
    }

    @Test
    void endsALessonInWords() {
        stage.editor.teach("scripted", Optional.empty(), EditorActions.Lessons.THIS_PICTURE);
        stage.all();

        assertThat(stage.notice().text()).isEqualTo("stuckTeaching");
        assertThat(stage.notice().with()).containsExactly("the odd one");
    }
}
