package org.shutterline.server.camera.video;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArrivalBookTest {
    private static final long MS = 1_000_000;

    private final ArrivalBook book = new ArrivalBook(0);

    /** Packets 1 to 10, one each 40 ms from 40 ms on. */
    @BeforeEach
    void inRhythm() {
        for (int i = 1; i <= 10; i++) {
            read(i, 40 * i - 30, 40 * i);
        }
    }

    @Test
    void aPacketThatWasWaitedForInRhythmArrivedWhenItCame() {
        assertThat(book.of(10)).isEqualTo(400 * MS);
    }

    @Test
    void whatLayThereAtTheBeginningMayBeAsOldAsTheConnection() {
        ArrivalBook fresh = new ArrivalBook(1_000 * MS);
        fresh.read(1, 1_500 * MS, 1_500 * MS + 10);

        assertThat(fresh.of(1)).isEqualTo(1_000 * MS);
    }

    @Test
    void beforeARhythmIsKnownAPacketMayBeAsOldAsTheQuestionForIt() {
        assertThat(book.of(1)).isEqualTo(10 * MS);
    }

    @Test
    void whatPiledUpWhileNobodyReadIsAsOldAsTheLastThatWasWaitedFor() {
        read(11, 900, 900);
        read(12, 901, 901);
        read(13, 903, 940);

        assertThat(book.of(11)).isEqualTo(400 * MS);
        assertThat(book.of(12)).isEqualTo(400 * MS);
        assertThat(book.of(13)).isEqualTo(940 * MS);
    }

    @Test
    void aPacketThatIsReadLateMayHaveComeInTime() {
        read(11, 410, 510);
        read(12, 512, 512);

        assertThat(book.of(11)).isEqualTo(410 * MS);
        assertThat(book.of(12)).isEqualTo(410 * MS);
    }

    @Test
    void aPacketThatComesTooSoonMayBeOneThatPiledUp() {
        read(11, 900, 900);
        read(12, 901, 910);

        assertThat(book.of(12)).isEqualTo(400 * MS);
    }

    @Test
    void learnsAnotherRhythm() {
        for (int i = 1; i <= 15; i++) {
            read(100 + i, 400 + 10 * i - 8, 400 + 10 * i);
        }

        assertThat(book.of(115)).isEqualTo(550 * MS);
    }

    @Test
    void aFrameThatTheDecoderHeldBackArrivedWithItsPacket() {
        assertThat(book.of(9)).isEqualTo(360 * MS);
    }

    @Test
    void aFrameOfAnUnknownPacketIsTakenForTheOldest() {
        assertThat(book.of(99)).isEqualTo(10 * MS);
    }

    @Test
    void forgetsWhatNoDecoderHoldsAnyMore() {
        for (int i = 11; i <= 110; i++) {
            read(i, 40 * i - 30, 40 * i);
        }

        assertThat(book.of(1)).isEqualTo(40 * 47 * MS);
    }

    private void read(long stamp, long beganMs, long endedMs) {
        book.read(stamp, beganMs * MS, endedMs * MS);
    }
}
