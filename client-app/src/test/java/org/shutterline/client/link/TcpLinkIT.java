package org.shutterline.client.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.PictureFormat;
import org.shutterline.protocol.message.PictureView;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.spi.ClientConversation;
import org.shutterline.protocol.spi.Dialect;

class TcpLinkIT {
    /** Asks often, but is patient: a slow machine is no silent server. */
    private static final LinkTimes QUICK =
            new LinkTimes(Duration.ofSeconds(2), Duration.ofMillis(100), Duration.ofSeconds(5), Duration.ofSeconds(5));

    private static final LinkTimes IMPATIENT = new LinkTimes(
            Duration.ofSeconds(2), Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofMillis(500));

    private final Heard heard = new Heard();
    private Optional<Link> link = Optional.empty();

    @AfterEach
    void end() {
        link.ifPresent(Link::close);
    }

    private static ClientConversation conversation(String format) {
        Dialect plain = Catalog.installed("dialect", Dialect.class).find("plain", "test");
        return plain.client(Options.checked("test", Map.of("format", format), plain.settings()));
    }

    private Link open(Address address, LinkTimes times) {
        Link opened = TcpLink.open(address, conversation("fields"), times, heard);
        link = Optional.of(opened);
        return opened;
    }

    private void awaitOpened() {
        await().until(() -> heard.told.contains("opened"));
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        open(new Address("127.0.0.1", port), QUICK);

        await().until(() -> heard.closed.contains(Trouble.Kind.NOBODY_LISTENS));
        assertThat(heard.told).doesNotContain("opened");
    }

    @Test
    void saysThatANameIsNotKnown() {
        open(new Address("no-such-host.invalid", 7501), QUICK);

        await().atMost(Duration.ofSeconds(20)).until(() -> heard.closed.contains(Trouble.Kind.NO_SUCH_HOST));
    }

    @Test
    void opensOnceTheServerAnsweredAndTellsTheRoundTrip() throws IOException {
        try (RawServer server = RawServer.answering()) {
            open(server.address(), QUICK);
            awaitOpened();
            await().until(() -> heard.told.stream().filter("roundTrip"::equals).count() >= 3);

            assertThat(server.lines().get(0)).startsWith("HELLO,shutterline-client,alive=");
            assertThat(heard.told.get(0)).isEqualTo("opened");
        }
    }

    @Test
    void handsTheReplyAndItsLineToWhoAsked() throws IOException {
        try (RawServer server = RawServer.answering("T1,OK,1042,23.4,5.02\n")) {
            Waiter waiter = new Waiter();
            Link opened = open(server.address(), QUICK);
            awaitOpened();
            opened.ask(new Command.Trigger(1, TriggerRequest.PLAIN), waiter);

            await().until(() -> waiter.outcomes.size() == 1);
            assertThat(waiter.outcomes).containsExactly("T1,OK,1042,23.4,5.02");
        }
    }

    @Test
    void watchesOnAfterAnErrorOfWhoAsksForSignsOfLife() throws IOException {
        ClientConversation plain = conversation("fields");
        AtomicInteger pings = new AtomicInteger();
        ClientConversation broken = (ClientConversation) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ClientConversation.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("ping") && pings.incrementAndGet() == 2) {
                        throw new IllegalStateException("meant to be");
                    }
                    return method.invoke(plain, arguments);
                });
        try (RawServer server = RawServer.answering()) {
            link = Optional.of(TcpLink.open(server.address(), broken, QUICK, heard));
            awaitOpened();
            await().until(() -> heard.told.stream().filter("roundTrip"::equals).count() >= 3);
            assertThat(heard.closed).isEmpty();
        }
    }

    @Test
    void noticesASilentServer() throws IOException {
        try (RawServer server = new RawServer((in, out) -> {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("HELLO")) {
                    RawServer.write(out, "HELLO,OK,Shutterline,0.1.0,1\n");
                } else if (heard.told.isEmpty()) {
                    RawServer.write(out, "PING,OK\n");
                }
            }
        })) {
            open(server.address(), LinkTimes.USUAL);
            awaitOpened();
            long from = System.nanoTime();

            await().until(() -> heard.closed.contains(Trouble.Kind.SILENT));
            assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThanOrEqualTo(Duration.ofMillis(6_000));
        }
    }

    @Test
    void noticesAServerThatNeverSaysAWord() throws IOException {
        try (RawServer server = new RawServer((in, out) -> {
            while (in.readLine() != null) {
                // listens and says nothing
            }
        })) {
            open(server.address(), IMPATIENT);

            await().until(() -> heard.closed.contains(Trouble.Kind.SILENT));
            assertThat(heard.told).doesNotContain("opened");
        }
    }

    @Test
    void aPortThatIsAskedNothingMayBeSilent() throws IOException {
        try (RawServer server = new RawServer((in, out) -> in.readLine())) {
            Dialect push = Catalog.installed("dialect", Dialect.class).find("insight-push", "test");
            ClientConversation only = push.client(Options.checked("test", Map.of(), push.settings()));
            link = Optional.of(TcpLink.open(server.address(), only, IMPATIENT, heard));
            awaitOpened();

            await().during(Duration.ofSeconds(1)).until(() -> heard.closed.isEmpty());
            assertThat(heard.told).doesNotContain("roundTrip");
        }
    }

    @Test
    void waitsLongerForAnAnswerThatIsOwedThanForASignOfLife() throws IOException {
        LinkTimes patientWithAnswers = new LinkTimes(
                Duration.ofSeconds(2), Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(30));
        try (RawServer server = new RawServer((in, out) -> {
            for (String line = in.readLine(); line != null && !line.startsWith("T1"); line = in.readLine()) {
                RawServer.write(out, line.startsWith("HELLO") ? "HELLO,OK,Shutterline,0.1.0,1\n" : "PING,OK\n");
            }
            while (in.readLine() != null) {
                // the trigger is owed, and nothing is said
            }
        })) {
            Link opened = open(server.address(), patientWithAnswers);
            awaitOpened();
            opened.ask(new Command.Trigger(1, TriggerRequest.PLAIN), new Waiter());

            await().during(Duration.ofSeconds(1)).until(() -> heard.closed.isEmpty());
        }
    }

    @Test
    void losesATriggerWhoseConnectionBreaksAndNeverSendsItAgain() throws IOException {
        try (RawServer server = RawServer.answering()) {
            Waiter waiter = new Waiter();
            Link opened = open(server.address(), QUICK);
            awaitOpened();
            opened.ask(new Command.Trigger(1, TriggerRequest.PLAIN), waiter);
            await().until(() -> server.lines().contains("T1"));
            server.dropAll();

            await().until(() -> waiter.outcomes.size() == 1);
            await().until(() -> heard.closed.contains(Trouble.Kind.CLOSED));
            assertThat(waiter.outcomes).containsExactly("lost CLOSED");
            assertThat(server.lines().stream().filter("T1"::equals)).hasSize(1);
        }
    }

    @Test
    void losesWhatIsAskedAfterTheEnd() throws IOException {
        try (RawServer server = RawServer.answering()) {
            Link opened = open(server.address(), QUICK);
            awaitOpened();
            opened.close();
            Waiter waiter = new Waiter();
            opened.ask(new Command.ListStations(), waiter);

            await().until(() -> waiter.outcomes.size() == 1);
            assertThat(waiter.outcomes).containsExactly("lost ENDED");
            assertThat(heard.closed).isEmpty();
        }
    }

    @Test
    void saysThatAWebServerIsNotOurs() throws IOException {
        try (RawServer server = new RawServer((in, out) -> {
            in.readLine();
            RawServer.write(out, "HTTP/1.1 400 Bad Request\r\nServer: x\r\n\r\n");
            in.readLine();
        })) {
            open(server.address(), QUICK);

            await().until(() -> heard.closed.contains(Trouble.Kind.NOT_OURS));
        }
    }

    @Test
    void saysThatRubbishIsNotOurs() throws IOException {
        try (RawServer server = new RawServer((in, out) -> {
            byte[] rubbish = new byte[4_096];
            new java.util.Random(1).nextBytes(rubbish);
            out.write(rubbish);
            out.flush();
            in.readLine();
        })) {
            open(server.address(), QUICK);

            await().until(() -> heard.closed.contains(Trouble.Kind.NOT_OURS));
        }
    }

    @Test
    void endsALineThatNeverEndsBeforeItFillsTheHeap() throws IOException {
        AtomicLong written = new AtomicLong();
        try (RawServer server = new RawServer((in, out) -> {
            byte[] piece = "a".repeat(65_536).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            while (written.get() < 512L * 1024 * 1024) {
                out.write(piece);
                written.addAndGet(piece.length);
            }
        })) {
            open(server.address(), QUICK);

            await().until(() -> heard.closed.contains(Trouble.Kind.NOT_OURS));
            assertThat(written).hasValueLessThan(64L * 1024 * 1024);
        }
    }

    @Test
    void refusesAPictureOfAnImpossibleLength() throws IOException {
        for (String length : List.of("999999999999", "2147483647", "-1", "x")) {
            heard.closed.clear();
            heard.told.clear();
            try (RawServer server = RawServer.answering("IMAGE,OK,5,jpeg,1280,1024," + length + "\n")) {
                Waiter waiter = new Waiter();
                Link opened = open(server.address(), QUICK);
                awaitOpened();
                opened.ask(new Command.FetchPicture(5, PictureFormat.JPEG, PictureView.SOURCE), waiter);

                await().until(() -> waiter.outcomes.size() == 1);
                assertThat(waiter.outcomes).as(length).containsExactly("lost NOT_OURS");
            }
        }
    }

    /** Keeps what it was told. */
    private static final class Heard implements LinkListener {
        private final List<String> told = new CopyOnWriteArrayList<>();
        private final List<Trouble.Kind> closed = new CopyOnWriteArrayList<>();

        @Override
        public void opened() {
            told.add("opened");
        }

        @Override
        public void roundTrip(double ms) {
            told.add("roundTrip");
        }

        @Override
        public void happened(Event event) {
            told.add("happened");
        }

        @Override
        public void closed(Trouble trouble) {
            closed.add(trouble.kind());
        }
    }

    /** Keeps how a question ended. */
    private static final class Waiter implements Asked {
        private final List<String> outcomes = new CopyOnWriteArrayList<>();

        @Override
        public void replied(Reply reply, String line) {
            outcomes.add(line);
        }

        @Override
        public void lost(Trouble trouble) {
            outcomes.add("lost " + trouble.kind());
        }
    }
}
