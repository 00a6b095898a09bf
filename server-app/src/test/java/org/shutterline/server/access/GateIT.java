package org.shutterline.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Grant;
import org.shutterline.protocol.message.PictureFormat;
import org.shutterline.protocol.message.PictureView;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Rights;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.Secret;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.server.net.Asked;
import org.shutterline.server.net.Engine;
import org.shutterline.server.net.Peer;

/** The gate: every cell of command and role, who logs in from where, and what the books tell of it. */
class GateIT {
    private static final Secret PASSWORD = Secret.of("correct horse");
    private static final Secret WRONG = Secret.of("wrong donkey");

    @TempDir
    Path data;

    private final List<Asked> done = new CopyOnWriteArrayList<>();
    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private final AtomicLong nowNanos = new AtomicLong(Long.MAX_VALUE - 1);
    private final List<Consumer<Optional<String>>> unkept = new ArrayList<>();
    private Optional<String> closed = Optional.empty();
    private boolean shelfWaits;
    private Users users;
    private Books books;
    private Gate gate;

    @BeforeEach
    void open() {
        users = new Users(data);
        books = new Books(new Paper(), copy -> {}, Clock.systemUTC(), nowNanos::get);
        gate = new Gate(new Machine(), users, books, nowNanos::get);
    }

    private final class Paper implements Shelf {
        @Override
        public void add(Entry entry, Consumer<Optional<String>> kept) {
            entries.add(entry);
            if (shelfWaits) {
                unkept.add(kept);
            } else {
                kept.accept(Optional.empty());
            }
        }

        @Override
        public Optional<String> fault() {
            return closed;
        }
    }

    @AfterEach
    void close() {
        gate.close();
    }

    private static Stream<Command> commands() {
        return Stream.of(
                new Command.Trigger(1, TriggerRequest.PLAIN),
                new Command.TriggerAll(TriggerRequest.PLAIN),
                new Command.AskStatus(1),
                new Command.LastResult(1),
                new Command.FindResult(1),
                new Command.ResultsSince(1, 0, 1),
                new Command.FetchPicture(1, PictureFormat.JPEG, PictureView.SOURCE),
                new Command.FetchDetail(1),
                new Command.StartLive(1, 1),
                new Command.StopLive(1),
                new Command.Subscribe(OptionalInt.empty()),
                new Command.Unsubscribe(OptionalInt.empty()),
                new Command.AskTimes(1),
                new Command.AskHealth(),
                new Command.AskJob(1),
                new Command.ChangeJob(1, "a"),
                new Command.ListJobs(1),
                new Command.ListStations(),
                new Command.GoOnline(1),
                new Command.GoOffline(1),
                new Command.ResetCounters(1),
                new Command.GetParameter(1, "a.b"),
                new Command.SetParameter(1, "a.b", "1"));
    }

    /** As the wire contract has them, written down once more. */
    private static int least(Command command) {
        if (command instanceof Command.SetParameter) {
            return Role.ADMIN.ordinal();
        }
        if (command instanceof Command.ChangeJob
                || command instanceof Command.GoOnline
                || command instanceof Command.GoOffline
                || command instanceof Command.ResetCounters) {
            return Role.OPERATE.ordinal();
        }
        boolean triggers = command instanceof Command.Trigger || command instanceof Command.TriggerAll;
        return (triggers ? Role.TRIGGER : Role.VIEW).ordinal();
    }

    @Test
    void allCommandsButTheLoginsAreInTheTable() {
        assertThat(commands().map(Object::getClass).distinct())
                .hasSize(Command.class.getPermittedSubclasses().length - 2);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void eachCommandIsDoneForItsRoleAndAboveAndForNobodyElse(Command command) {
        for (Role role : Role.values()) {
            done.clear();
            Reply reply = asked(peer(Rights.of(role)), command);
            boolean may = role.ordinal() >= least(command);
            assertThat(done).as("%s for %s", command, role).hasSize(may ? 1 : 0);
            assertThat(reply).isEqualTo(may ? new Reply.Done() : new Reply.Refused(Code.NOT_ALLOWED));
        }
        assertThat(asked(peer(Rights.NONE), command)).isEqualTo(new Reply.Refused(Code.NOT_ALLOWED));
    }

    @ParameterizedTest
    @EnumSource
    void aGrantOpensItsCommandAndNoOther(Grant grant) {
        Peer peer = peer(new Rights(java.util.Optional.of(Role.TRIGGER), Set.of(grant)));
        commands().filter(command -> least(command) > Role.TRIGGER.ordinal()).forEach(command -> asked(peer, command));
        assertThat(done).extracting(asked -> asked.command().getClass()).isEqualTo(List.of(grant.command()));
    }

    @Test
    void theBooksTellOfEachPrivilegedActAndOfEachRefusal() {
        asked(peer(Rights.of(Role.ADMIN)), new Command.SetParameter(2, "bore.high", "12.1"));
        asked(peer(Rights.of(Role.OPERATE)), new Command.SetParameter(2, "bore.high", "13"));
        asked(peer(Rights.of(Role.OPERATE)), new Command.Trigger(1, TriggerRequest.PLAIN));
        gate.refused(peer(Rights.of(Role.VIEW)), Engine.Refusal.NOT_ALLOWED, "T1");
        assertThat(entries)
                .extracting(entry -> entry.who() + "|" + entry.from() + "|" + entry.deed() + "|" + entry.outcome())
                .containsExactly(
                        "calls itself press|10.0.4.17:40001|SET station 2 bore.high=12.1|done",
                        "calls itself press|10.0.4.17:40001|SET station 2 bore.high=13|05 login required",
                        "calls itself press|10.0.4.17:40001|T1|05 not allowed");
    }

    @Test
    void aNameThatNobodyProvedLooksLikeNoUser() {
        Peer forger = new Peer(1, "anna", new InetSocketAddress("10.0.4.17", 40_001), "plain", Role.OPERATE, 7501);
        asked(forger, new Command.GoOffline(1));
        Peer user = new Peer(
                2,
                "panel",
                new InetSocketAddress("10.0.4.17", 40_002),
                "plain",
                Rights.of(Role.OPERATE),
                1,
                "anna",
                true);
        asked(user, new Command.GoOffline(1));
        assertThat(entries).extracting(Entry::who).containsExactly("calls itself anna", "anna");
    }

    @Test
    void aPrivilegedActIsAnsweredWhenTheBooksTellOfItDurably() {
        shelfWaits = true;
        List<Reply> replies = new ArrayList<>();
        gate.ask(question(peer(Rights.of(Role.OPERATE)), new Command.GoOffline(1)), replies::add);
        assertThat(replies).isEmpty();
        unkept.forEach(kept -> kept.accept(Optional.empty()));
        assertThat(replies).containsExactly(new Reply.Done());
    }

    @Test
    void aRefusalIsAnsweredWhenTheBooksTellOfItDurably() {
        shelfWaits = true;
        List<Reply> replies = new ArrayList<>();
        gate.ask(question(peer(Rights.of(Role.VIEW)), new Command.GoOffline(1)), replies::add);
        assertThat(replies).isEmpty();
        unkept.forEach(kept -> kept.accept(Optional.empty()));
        assertThat(replies).containsExactly(new Reply.Refused(Code.NOT_ALLOWED));
    }

    @Test
    void whatTheBooksCannotTellOfIsNotDone() {
        closed = Optional.of("the disk is full");
        List<Reply> replies = new ArrayList<>();
        gate.ask(question(peer(Rights.of(Role.OPERATE)), new Command.GoOffline(1)), replies::add);
        gate.ask(question(peer(Rights.of(Role.OPERATE)), new Command.AskStatus(1)), replies::add);
        assertThat(replies)
                .containsExactly(
                        new Reply.Refused(Code.STORAGE_FAILED, "the books cannot be written"), new Reply.Done());
        assertThat(done).hasSize(1);
        assertThat(entries).extracting(Entry::deed).containsExactly("OFFLINE station 1");
    }

    @Test
    void whoeverHasSomethingDoneOfWhichTheBooksCannotTellAfterwardsHearsThat() {
        shelfWaits = true;
        List<Reply> replies = new ArrayList<>();
        gate.ask(question(peer(Rights.of(Role.OPERATE)), new Command.GoOffline(1)), replies::add);
        unkept.forEach(kept -> kept.accept(Optional.of("the disk is full")));
        assertThat(replies)
                .containsExactly(
                        new Reply.Refused(Code.STORAGE_FAILED, "it was done, but the books cannot be written"));
    }

    @Test
    void nobodyFillsTheBooksByAsking() {
        for (int i = 0; i < 1_000; i++) {
            gate.refused(peer(Rights.of(Role.VIEW)), Engine.Refusal.NOT_ALLOWED, "T1");
        }
        assertThat(entries).hasSize(10);
        books.passTime();
        assertThat(entries).hasSize(10);
        nowNanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        books.passTime();
        assertThat(entries).hasSize(11);
        assertThat(entries.get(10).outcome()).isEqualTo("05 not allowed; the last of 990 within 1 s");
    }

    @Test
    void whatIsSummedUpHidesNothingOfAnotherKindAndIsNotLostAtTheEnd() {
        for (int i = 0; i < 20; i++) {
            asked(peer(Rights.of(Role.VIEW)), new Command.Trigger(1, TriggerRequest.PLAIN));
        }
        assertThat(entries).hasSize(10);
        asked(peer(Rights.of(Role.VIEW)), new Command.SetParameter(1, "a.b", "1"));
        asked(peer(Rights.of(Role.VIEW)), new Command.LogInHere("robot", Optional.empty()));
        assertThat(entries).hasSize(12);
        books.close();
        assertThat(entries.get(12).outcome()).isEqualTo("05 login required; the last of 10 within 1 s");
    }

    @Test
    void aProgramThatLogsInForEachTriggerDoesNotFillTheBooks() {
        for (int i = 0; i < 1_000; i++) {
            asked(at("10.0.4.66", false), new Command.LogInHere("robot", Optional.of(Role.TRIGGER)));
        }
        books.close();
        assertThat(entries).hasSize(11);
        assertThat(entries.get(10).outcome()).isEqualTo("done; the last of 990 within 1 s");
    }

    @Test
    void aLoginGivesTheRoleOfTheUserOverTlsAndOnThisMachineOnly() throws IOException {
        users.add("anna", Role.ADMIN, PASSWORD);
        assertThat(login(at("127.0.0.1", false), "anna", PASSWORD)).isEqualTo(new Reply.LoggedIn(Role.ADMIN));
        assertThat(login(at("10.0.4.17", true), "anna", PASSWORD)).isEqualTo(new Reply.LoggedIn(Role.ADMIN));
        assertThat(login(at("10.0.4.17", false), "anna", PASSWORD))
                .isEqualTo(new Reply.Refused(Code.NOT_ALLOWED, "LOGIN is taken over TLS and on this machine only"));
        assertThat(login(at("127.0.0.1", false), "anna", WRONG))
                .isEqualTo(new Reply.Refused(Code.NOT_ALLOWED, "wrong name or password"));
        assertThat(login(at("127.0.0.1", false), "berta", PASSWORD))
                .isEqualTo(new Reply.Refused(Code.NOT_ALLOWED, "wrong name or password"));
        assertThat(entries)
                .extracting(Entry::outcome)
                .filteredOn(Entry.DONE::equals)
                .hasSize(2 + 1);
        assertThat(entries.toString()).doesNotContain("correct", "donkey");
    }

    @Test
    void whoeverGuessesHasToWaitAndNobodyElseDoes() throws IOException {
        users.add("anna", Role.ADMIN, PASSWORD);
        users.add("bert", Role.ADMIN, PASSWORD);
        for (int i = 0; i < 4; i++) {
            login(at("10.0.4.66", true), "guess-" + i, WRONG);
        }
        assertThat(login(at("10.0.4.66", true), "anna", PASSWORD).toString()).contains("try again in");
        assertThat(login(at("10.0.4.17", true), "anna", PASSWORD)).isInstanceOf(Reply.LoggedIn.class);
        nowNanos.addAndGet(TimeUnit.SECONDS.toNanos(2));
        assertThat(login(at("10.0.4.66", true), "anna", PASSWORD)).isInstanceOf(Reply.LoggedIn.class);
    }

    @Test
    void aLoginOfTheListenersOwnIsInTheBooksAndWaitsAsAnyOther() {
        Command wrong = new Command.LogInHere("***", Optional.empty());
        Command right = new Command.LogInHere("robot", Optional.of(Role.ADMIN));
        Peer sensor = at("10.0.4.66", false);
        for (int i = 0; i < 4; i++) {
            assertThat(asked(sensor, wrong)).isEqualTo(new Reply.Refused(Code.NOT_ALLOWED, "wrong name or password"));
        }
        assertThat(asked(sensor, right).toString()).contains("try again in");
        assertThat(asked(at("10.0.4.17", false), right)).isEqualTo(new Reply.LoggedIn(Role.ADMIN));
        assertThat(asked(at("127.0.0.1", false), right)).isEqualTo(new Reply.LoggedIn(Role.ADMIN));
        nowNanos.addAndGet(TimeUnit.SECONDS.toNanos(2));
        assertThat(asked(sensor, right)).isEqualTo(new Reply.LoggedIn(Role.ADMIN));
        assertThat(entries)
                .extracting(entry -> entry.deed() + "|" + entry.outcome())
                .containsExactly(
                        "login of the listener as ***|05 wrong name or password",
                        "login of the listener as ***|05 wrong name or password",
                        "login of the listener as ***|05 wrong name or password",
                        "login of the listener as ***|05 wrong name or password",
                        "login of the listener as robot|05 too many wrong logins, try again in 2 s",
                        "login of the listener as robot|done",
                        "login of the listener as robot|done",
                        "login of the listener as robot|done");
    }

    @Test
    void guessesAtAListenersOwnLoginsKeepNoUserOut() throws IOException {
        users.add("robot", Role.ADMIN, PASSWORD);
        for (int i = 0; i < 7; i++) {
            asked(at("10.0.4." + (100 + i), false), new Command.LogInHere("robot", Optional.empty()));
        }
        assertThat(login(at("10.0.4.17", true), "robot", PASSWORD)).isInstanceOf(Reply.LoggedIn.class);
    }

    @Test
    void aLoginOfHisOwnWinsNobodyBackWhatHeGuessedAtOthers() throws IOException {
        users.add("anna", Role.ADMIN, PASSWORD);
        users.add("eve", Role.VIEW, PASSWORD);
        for (int i = 0; i < 4; i++) {
            assertThat(login(at("10.0.4.66", true), "anna", WRONG).toString()).contains("wrong name");
            if (i < 3) {
                assertThat(login(at("10.0.4.66", true), "eve", PASSWORD)).isInstanceOf(Reply.LoggedIn.class);
            }
        }
        assertThat(login(at("10.0.4.66", true), "eve", PASSWORD).toString()).contains("try again in 2 s");
        assertThat(login(at("10.0.4.66", true), "anna", WRONG).toString()).contains("try again in 2 s");
    }

    @Test
    void whoeverOnlyMistypedIsForgivenWhenHeComesIn() throws IOException {
        users.add("anna", Role.ADMIN, PASSWORD);
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 3; i++) {
                assertThat(login(at("10.0.4.17", true), "anna", WRONG).toString())
                        .contains("wrong name");
            }
            assertThat(login(at("10.0.4.17", true), "anna", PASSWORD)).isInstanceOf(Reply.LoggedIn.class);
        }
    }

    @Test
    void anotherAddressOfTheSameNetworkOfVersionSixIsTheSameGuesser() throws IOException {
        users.add("anna", Role.ADMIN, PASSWORD);
        for (int i = 0; i < 4; i++) {
            login(at("2001:db8:1:2::" + (100 + i), true), "guess-" + i, WRONG);
        }
        assertThat(login(at("2001:db8:1:2:3:4:5:6", true), "anna", PASSWORD).toString())
                .contains("try again in");
        assertThat(login(at("2001:db8:1:3::1", true), "anna", PASSWORD)).isInstanceOf(Reply.LoggedIn.class);
        for (int i = 0; i < 9; i++) {
            login(at("::1", true), "anna", WRONG);
        }
        assertThat(login(at("::1", true), "anna", PASSWORD)).isInstanceOf(Reply.LoggedIn.class);
    }

    @Test
    void oneAccountIsGuessedFromManyPlacesInVainAndOpenAtTheMachine() throws IOException {
        users.add("anna", Role.ADMIN, PASSWORD);
        users.add("bert", Role.ADMIN, PASSWORD);
        for (int i = 0; i < 7; i++) {
            login(at("10.0.4." + (100 + i), true), "anna", WRONG);
        }
        assertThat(login(at("10.0.4.17", true), "anna", PASSWORD).toString()).contains("try again in");
        assertThat(login(at("10.0.4.17", true), "bert", PASSWORD)).isInstanceOf(Reply.LoggedIn.class);
        assertThat(login(at("127.0.0.1", false), "anna", PASSWORD)).isInstanceOf(Reply.LoggedIn.class);
    }

    @Test
    void theMachineItselfIsNeverLockedOut() throws IOException {
        users.add("anna", Role.ADMIN, PASSWORD);
        for (int i = 0; i < 20; i++) {
            login(at("127.0.0.1", false), "anna", WRONG);
        }
        assertThat(login(at("127.0.0.1", false), "anna", PASSWORD)).isInstanceOf(Reply.LoggedIn.class);
    }

    @Test
    void aUserWhoCameByTheFileIsInTheBooks() throws IOException {
        new Users(data).add("eve", Role.ADMIN, PASSWORD);
        login(at("127.0.0.1", false), "eve", PASSWORD);
        assertThat(entries).extracting(Entry::deed).containsExactly("user eve is there, ADMIN", "LOGIN as eve");
    }

    @Test
    void anotherPasswordThatCameByTheFileIsInTheBooks() throws IOException {
        users.add("anna", Role.ADMIN, PASSWORD);
        login(at("127.0.0.1", false), "anna", PASSWORD);
        entries.clear();
        new Users(data).add("anna", Role.ADMIN, WRONG);
        login(at("127.0.0.1", false), "anna", WRONG);
        assertThat(entries).extracting(Entry::deed).containsExactly("user anna has another password", "LOGIN as anna");
    }

    @Test
    void whoeverWasChangedOrRemovedMayNotStay() throws Exception {
        users.add("anna", Role.ADMIN, PASSWORD);
        users.add("bert", Role.ADMIN, PASSWORD);
        users.add("carl", Role.ADMIN, PASSWORD);
        users.add("dora", Role.ADMIN, PASSWORD);
        login(at("127.0.0.1", false), "dora", PASSWORD);
        long loggedIn = nowNanos.get();
        assertThat(gate.mayStay(as("anna"), loggedIn)).isTrue();

        nowNanos.incrementAndGet();
        users.remove("anna");
        new Roster(users).role("bert", Role.VIEW);
        new Roster(users).password("carl", WRONG);
        assertThat(Stream.of("anna", "bert", "carl").map(name -> gate.mayStay(as(name), loggedIn)))
                .containsOnly(false);
        assertThat(gate.mayStay(as("dora"), loggedIn)).isTrue();
        nowNanos.incrementAndGet();
        assertThat(gate.mayStay(as("bert"), nowNanos.get())).isTrue();
    }

    @Test
    void aDamagedFileOfUsersSendsNobodyAway() throws Exception {
        users.add("anna", Role.ADMIN, PASSWORD);
        login(at("127.0.0.1", false), "anna", PASSWORD);
        long loggedIn = nowNanos.get();
        entries.clear();
        nowNanos.incrementAndGet();
        String whole = Files.readString(data.resolve(Users.FILE));
        Files.writeString(data.resolve(Users.FILE), "users: [");
        assertThat(gate.mayStay(as("anna"), loggedIn)).isTrue();
        Files.writeString(data.resolve(Users.FILE), whole);
        assertThat(gate.mayStay(as("anna"), loggedIn)).isTrue();
        assertThat(entries).isEmpty();
    }

    private static Peer as(String user) {
        return new Peer(
                1, "", new InetSocketAddress("10.0.4.17", 40_001), "plain", Rights.of(Role.ADMIN), 7501, user, true);
    }

    private Reply login(Peer peer, String user, Secret password) {
        return asked(peer, new Command.LogIn(user, password));
    }

    private Reply asked(Peer peer, Command command) {
        BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
        Consumer<Reply> taker = replies::add;
        gate.ask(question(peer, command), taker);
        try {
            Reply reply = replies.poll(10, TimeUnit.SECONDS);
            assertThat(reply).as("a reply to %s", command).isNotNull();
            return reply;
        } catch (InterruptedException hurried) {
            throw new IllegalStateException(hurried);
        }
    }

    private static Asked question(Peer peer, Command command) {
        return new Asked(command, peer, 0, OffsetDateTime.MIN, false);
    }

    private static Peer peer(Rights rights) {
        return new Peer(1, "press", new InetSocketAddress("10.0.4.17", 40_001), "plain", rights, 7501, "", false);
    }

    private static Peer at(String host, boolean encrypted) {
        return new Peer(1, "", new InetSocketAddress(host, 40_001), "plain", Rights.of(Role.VIEW), 7501, "", encrypted);
    }

    /** Does whatever comes through the gate. */
    private final class Machine implements Engine {
        @Override
        public void ask(Asked asked, Consumer<Reply> reply) {
            done.add(asked);
            reply.accept(new Reply.Done());
        }

        @Override
        public Registration listen(Peer peer, Consumer<Event> events) {
            return () -> {};
        }
    }
}
