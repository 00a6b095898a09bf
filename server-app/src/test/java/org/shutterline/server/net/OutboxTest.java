package org.shutterline.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.GatheringByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.spi.ServerStep.Send;

final class OutboxTest {
    private final LentBlobs blobs = new LentBlobs();
    private final List<Send> begun = new ArrayList<>();
    private final Outbox outbox = new Outbox(begun::add, by -> {}, by -> {});
    private final StingyChannel channel = new StingyChannel();

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 4096, 16384, 65537, Integer.MAX_VALUE})
    void writesAllInOrderHoweverLittleTheChannelTakes(int bytesAWrite) throws IOException {
        Random random = new Random(7);
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        int pieces = bytesAWrite < 100 ? 20 : 200;
        for (int n = 0; n < pieces; n++) {
            byte[] text = new byte[random.nextInt(n % 10 == 9 ? 40_000 : 100)];
            byte[] blob = new byte[random.nextInt(n % 7 == 6 ? 150_000 : 10)];
            random.nextBytes(text);
            random.nextBytes(blob);
            boolean hasBlob = n % 3 == 0;
            outbox.add(hasBlob ? new Send(text, List.of(blobs.lend(blob))) : new Send(text));
            expected.write(text);
            expected.write(hasBlob ? blob : new byte[0]);
        }
        long total = expected.size();
        assertThat(outbox.bytes()).isEqualTo(total);
        long written = 0;
        while (!outbox.isEmpty()) {
            channel.takes = bytesAWrite;
            written += outbox.writeTo(channel);
            assertThat(outbox.bytes()).isEqualTo(total - written);
        }
        assertThat(channel.taken.toByteArray()).isEqualTo(expected.toByteArray());
        assertThat(outbox.textBytes()).isZero();
        assertThat(blobs.out()).isZero();
        assertThat(begun).hasSize(pieces);
    }

    @Test
    void keepsOnlyTheNewestOfASlotAndLetsLinesGoFirst() throws IOException {
        outbox.addNewest(1, live("first"));
        outbox.addNewest(2, live("other"));
        outbox.addNewest(1, live("second"));
        outbox.add(new Send(text("line ")));
        channel.takes = Integer.MAX_VALUE;
        outbox.writeTo(channel);
        assertThat(channel.taken).hasToString("line other second ");
        assertThat(blobs.out()).isZero();
    }

    @Test
    void finishesALivePictureThatIsBegunBeforeALine() throws IOException {
        outbox.addNewest(1, live("picture"));
        channel.takes = 3;
        outbox.writeTo(channel);
        outbox.dropNewest(1);
        outbox.add(new Send(text("line ")));
        channel.takes = Integer.MAX_VALUE;
        outbox.writeTo(channel);
        assertThat(channel.taken).hasToString("picture line ");
        assertThat(blobs.out()).isZero();
    }

    @Test
    void forgetsALivePictureThatIsNotBegun() {
        outbox.addNewest(1, live("picture"));
        outbox.dropNewest(1);
        assertThat(outbox.isEmpty()).isTrue();
        assertThat(blobs.out()).isZero();
    }

    @Test
    void givesAllBackWhenCleared() throws IOException {
        outbox.add(new Send(text("a"), List.of(blobs.lend(new byte[100]), blobs.lend(new byte[0]))));
        outbox.add(new Send(text("b"), List.of(blobs.lend(new byte[100]))));
        outbox.addNewest(1, live("picture"));
        channel.takes = 50;
        outbox.writeTo(channel);
        outbox.clear();
        assertThat(outbox.isEmpty()).isTrue();
        assertThat(outbox.bytes()).isZero();
        assertThat(blobs.out()).isZero();
    }

    private Send live(String word) {
        Blob rest = blobs.lend(text(word.substring(1) + " "));
        return new Send(text(word.substring(0, 1)), List.of(rest));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Takes so many bytes and then none. */
    private static final class StingyChannel implements GatheringByteChannel {
        final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        int takes;

        @Override
        public int write(ByteBuffer source) {
            int count = Math.min(takes, source.remaining());
            takes -= count;
            for (int n = 0; n < count; n++) {
                taken.write(source.get());
            }
            return count;
        }

        @Override
        public long write(ByteBuffer[] sources) {
            long written = 0;
            for (ByteBuffer source : sources) {
                written += write(source);
            }
            return written;
        }

        @Override
        public long write(ByteBuffer[] sources, int offset, int length) {
            throw new UnsupportedOperationException("not needed");
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
