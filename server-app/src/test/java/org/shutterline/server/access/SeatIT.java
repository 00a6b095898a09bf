package org.shutterline.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.Secret;
import org.shutterline.protocol.plugin.BadSetting;

class SeatIT {
    private static final Secret PASSWORD = Secret.of("correct horse");

    @TempDir
    Path data;

    private final List<Entry> entries = new ArrayList<>();
    private long now;
    private Users users;
    private Seat seat;

    @BeforeEach
    void open() {
        users = new Users(data);
        Books books = new Books((entry, kept) -> entries.add(entry), copy -> {}, Clock.systemUTC(), () -> now);
        seat = new Seat(users, books, Duration.ofMinutes(10), () -> now);
    }

    @Test
    void withoutUsersWhoeverSitsThereMayDoAll() {
        assertThat(seat.standing()).isEqualTo(new Seat.Standing(false, "", Role.ADMIN));
        seat.does(Role.ADMIN, "something");
    }

    @Test
    void theFirstUserIsMadeThereAndSitsThere() throws IOException {
        seat.makeFirst("anna", PASSWORD);
        assertThat(seat.standing()).isEqualTo(new Seat.Standing(true, "anna", Role.ADMIN));
        assertThatThrownBy(() -> seat.makeFirst("eve", PASSWORD)).isInstanceOf(BadSetting.class);
        assertThat(users.all()).hasSize(1);
    }

    @Test
    void withUsersNobodyMayMoreThanLookBeforeHeLoggedOn() throws IOException {
        users.add("bert", Role.OPERATE, PASSWORD);
        seat.passTime();
        assertThat(seat.standing()).isEqualTo(new Seat.Standing(true, "", Role.VIEW));
        assertThatThrownBy(() -> seat.does(Role.OPERATE, "OFFLINE station 1"))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("log on")
                .hasMessageContaining("OPERATE");
        assertThat(seat.logOn("bert", Secret.of("wrong donkey"))).isFalse();
        assertThat(seat.logOn("bert", PASSWORD)).isTrue();
        seat.does(Role.OPERATE, "OFFLINE station 1");
        assertThatThrownBy(() -> seat.does(Role.ADMIN, "listener added")).isInstanceOf(BadSetting.class);
        seat.logOff();
        assertThat(seat.standing().role()).isEqualTo(Role.VIEW);
        assertThat(entries)
                .extracting(entry -> entry.who() + " " + entry.from() + " " + entry.deed() + " " + entry.outcome())
                .containsExactly(
                        "- window OFFLINE station 1 05 not allowed",
                        "bert window log on wrong name or password",
                        "bert window log on done",
                        "bert window OFFLINE station 1 done",
                        "bert window listener added 05 not allowed",
                        "bert window log off done");
    }

    @Test
    void whoeverLeavesIsLoggedOffAndWhoeverWorksIsNot() throws IOException {
        seat.makeFirst("anna", PASSWORD);
        now += TimeUnit.MINUTES.toNanos(9);
        seat.touched();
        now += TimeUnit.MINUTES.toNanos(9);
        seat.passTime();
        assertThat(seat.standing().user()).isEqualTo("anna");
        now += TimeUnit.MINUTES.toNanos(1);
        seat.passTime();
        assertThat(seat.standing().user()).isEmpty();
        assertThat(entries.get(entries.size() - 1).deed()).isEqualTo("logged off after 10 minutes");
    }

    @Test
    void anotherTimeUntilThatCountsAtOnce() throws IOException {
        seat.makeFirst("anna", PASSWORD);
        now += TimeUnit.MINUTES.toNanos(9);
        seat.idle(Duration.ofMinutes(5));
        assertThat(seat.warning()).contains(Duration.ZERO);
        seat.passTime();
        assertThat(seat.standing().user()).isEmpty();
    }

    @Test
    void whoeverIsSoonLoggedOffIsToldBefore() throws IOException {
        seat.makeFirst("anna", PASSWORD);
        now += TimeUnit.SECONDS.toNanos(569);
        assertThat(seat.warning()).isEmpty();
        now += TimeUnit.SECONDS.toNanos(11);
        assertThat(seat.warning()).contains(Duration.ofSeconds(20));
        seat.touched();
        assertThat(seat.warning()).isEmpty();
        seat.logOff();
        now += TimeUnit.MINUTES.toNanos(20);
        assertThat(seat.warning()).isEmpty();
    }

    @Test
    void whoeverIsNoUserAnyMoreSitsThereNoMoreAndAnotherRoleCountsAtOnce() throws Exception {
        seat.makeFirst("anna", PASSWORD);
        users.add("bert", Role.ADMIN, PASSWORD);
        new Roster(users).role("anna", Role.VIEW);
        seat.passTime();
        assertThat(seat.standing()).isEqualTo(new Seat.Standing(true, "anna", Role.VIEW));
        users.remove("anna");
        seat.passTime();
        assertThat(seat.standing().user()).isEmpty();
    }

    @Test
    void whoeverLeavesIsTold() throws IOException {
        List<String> left = new ArrayList<>();
        seat.onLeaving(() -> left.add(seat.standing().user()));
        seat.makeFirst("anna", PASSWORD);
        assertThat(left).isEmpty();
        users.add("bert", Role.OPERATE, PASSWORD);
        seat.logOn("bert", PASSWORD);
        assertThat(left).as("another in her place").hasSize(1);
        now += TimeUnit.MINUTES.toNanos(10);
        seat.passTime();
        assertThat(left).hasSize(2);
    }

    @Test
    void whatBecameOfACommandIsInTheBooks() throws IOException {
        List<Reply> replies = new ArrayList<>();
        Reply busy = new Reply.Refused(Code.STATION_FAULT, "the camera is away");
        seat.asks(new Command.GoOnline(1), replies::add, answer -> answer.accept(busy));
        seat.asks(new Command.GoOffline(1), replies::add, answer -> answer.accept(new Reply.Done()));
        seat.asks(new Command.AskStatus(1), replies::add, answer -> answer.accept(new Reply.Done()));
        assertThat(replies).containsExactly(busy, new Reply.Done(), new Reply.Done());
        assertThat(entries)
                .extracting(entry -> entry.deed() + ": " + entry.outcome())
                .containsExactly("ONLINE station 1: " + Books.outcome(busy), "OFFLINE station 1: done");

        seat.makeFirst("anna", PASSWORD);
        seat.logOff();
        assertThatThrownBy(() -> seat.asks(new Command.GoOnline(1), replies::add, answer -> {
                    throw new AssertionError("asked for nobody");
                }))
                .isInstanceOf(BadSetting.class);
        assertThat(entries.get(entries.size() - 1).outcome()).isEqualTo("05 not allowed");
    }

    @Test
    void aDamagedFileOpensNoDoor() throws IOException {
        Files.writeString(data.resolve(Users.FILE), "users: [");
        seat.passTime();
        assertThat(seat.standing().role()).isEqualTo(Role.VIEW);
        assertThat(seat.logOn("anna", PASSWORD)).isFalse();
    }

    @Test
    void aFileThatIsTakenAwayOpensNoDoorNowOrAfterARestart() throws IOException {
        users.add("anna", Role.ADMIN, PASSWORD);
        seat.passTime();
        Files.move(data.resolve(Users.FILE), data.resolve("elsewhere"));
        seat.passTime();
        assertThat(seat.standing()).isEqualTo(new Seat.Standing(true, "", Role.VIEW));
        assertThat(seat.damage()).hasValueSatisfying(why -> assertThat(why).contains("users.yaml", "--add-user"));
        assertThatThrownBy(() -> seat.makeFirst("eve", PASSWORD)).isInstanceOf(BadSetting.class);

        open();
        assertThat(seat.standing().role()).as("after a restart").isEqualTo(Role.VIEW);
        assertThatThrownBy(() -> seat.makeFirst("eve", PASSWORD)).isInstanceOf(BadSetting.class);

        new Users(data).add("bert", Role.ADMIN, PASSWORD);
        assertThat(seat.logOn("bert", PASSWORD))
                .as("made anew from the command line")
                .isTrue();
        assertThat(seat.damage()).isEmpty();
    }
}
