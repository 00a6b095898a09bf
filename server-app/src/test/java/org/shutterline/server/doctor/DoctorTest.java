package org.shutterline.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.server.net.Meaning;
import org.shutterline.server.net.Passed;
import org.shutterline.server.net.Peer;
import org.shutterline.server.net.PeerStatus;
import org.shutterline.server.net.Raw;
import org.shutterline.server.net.Traffic;
import org.shutterline.server.settings.Plugins;

/** Each thing that can be wrong is provoked, named once, and is over when it is over. */
class DoctorTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Peer PLC = peer(1, "PLC line 3", "10.0.3.7", "plain");
    private static final Peer ROBOT = peer(2, "robot 2", "10.0.3.9", "plain");
    private static final Peer KEYENCE = peer(3, "", "10.0.3.11", "keyence-xg");

    private final Doctor doctor = new Doctor(Plugins.installed().dialects().all());
    private List<PeerStatus> peers = List.of();
    private Map<Integer, StationState> stations = Map.of(1, StationState.READY);
    private List<Round.Listener> listeners = List.of();

    private static Peer peer(long id, String name, String host, String dialect) {
        return new Peer(id, name, new InetSocketAddress(host, 50_000 + (int) id), dialect, Role.OPERATE, 7501);
    }

    private void passes(double atS, Peer peer, Traffic.Kind kind, String text) {
        doctor.passed(new Passed(at(atS), peer, kind, text, Raw.NONE, 0, Optional.empty()));
    }

    private void asks(double atS, Peer peer, Command command) {
        passes(atS, peer, Traffic.Kind.IN, "x\\r");
        doctor.passed(new Passed(
                at(atS), peer, Traffic.Kind.ASKED, "", Raw.NONE, 0, Optional.of(new Meaning.Wanted(command))));
    }

    private void triggers(double atS, Peer peer) {
        asks(atS, peer, new Command.Trigger(1, TriggerRequest.PLAIN));
    }

    private void refused(double atS, Peer peer, Command command, Code code) {
        doctor.passed(new Passed(
                at(atS), peer, Traffic.Kind.REFUSED, "", Raw.NONE, 0, Optional.of(new Meaning.Refused(command, code))));
    }

    private static Instant at(double seconds) {
        return NOON.plusMillis(Math.round(seconds * 1_000));
    }

    private Checkup look(double atS) {
        return doctor.look(new Round(at(atS), peers, stations, listeners));
    }

    private Finding only(double atS, Trouble trouble) {
        Checkup checkup = look(atS);
        assertThat(checkup.findings()).extracting(Finding::trouble).containsExactly(trouble);
        assertThat(checkup.passed()).doesNotContain(trouble.check()).hasSize(Check.values().length - 1);
        return checkup.findings().get(0);
    }

    private void isOver(double atS) {
        Checkup checkup = look(atS);
        assertThat(checkup.findings()).isEmpty();
        assertThat(checkup.passed()).containsExactly(Check.values());
    }

    private static PeerStatus waiting(Peer peer, long bytes) {
        return new PeerStatus(peer, NOON, 1, 0, bytes, "", OptionalDouble.empty());
    }

    @Test
    void findsNothingWrongWithAPlcThatTriggersAndReads() {
        passes(0, PLC, Traffic.Kind.OPENED, "");
        for (int i = 0; i < 100; i++) {
            triggers(i / 10.0, PLC);
        }
        peers = List.of(waiting(PLC, 0));
        isOver(10);
        assertThat(look(10).over()).isEmpty();
    }

    @Test
    void bytesWithoutALineEndAreNamedUntilTheLineEndsAndSilenceIsOffered() {
        passes(1, ROBOT, Traffic.Kind.NO_LINE_END, "T1");
        Finding finding = only(1.2, Trouble.NO_LINE_END);
        assertThat(finding.who()).isEqualTo("robot 2");
        assertThat(finding.told()).containsExactly("T1");
        assertThat(finding.since()).isEqualTo(NOON);
        assertThat(finding.port()).isEqualTo(7501);
        assertThat(finding.fix()).contains(new Fix.EndBySilence(7501, 20));
        only(500, Trouble.NO_LINE_END);
        passes(501, ROBOT, Traffic.Kind.IN, "T1\\r");
        isOver(501);
        assertThat(look(502).over()).extracting(Finding::over).containsExactly(Optional.of(at(501)));
        assertThat(look(562).over()).isEmpty();
    }

    @Test
    void aDialectThatCannotEndLinesBySilenceOffersNone() {
        passes(1, peer(4, "x", "10.0.3.12", "insight-push"), Traffic.Kind.NO_LINE_END, "T1");
        assertThat(only(1, Trouble.NO_LINE_END).fix()).isEmpty();
    }

    @Test
    void waitingBytesAreOverWhenTheirPeerLeaves() {
        passes(1, ROBOT, Traffic.Kind.NO_LINE_END, "T1");
        passes(2, ROBOT, Traffic.Kind.CLOSED, "PEER");
        isOver(2);
    }

    @ParameterizedTest
    @CsvSource({"TLS,''", "HTTP,GET / HTTP/1.1", "TELNET,''"})
    void whatIsNoPeerOfADialectIsNamedForAWhile(Traffic.Kind kind, String text) {
        passes(0, PLC, kind, text);
        Finding finding = only(1, Trouble.valueOf(kind.name()));
        assertThat(finding.told()).containsExactly(text);
        only(29, Trouble.valueOf(kind.name()));
        isOver(30);
    }

    @Test
    void connectionsOfOneComputerAreOneCaseThatCounts() {
        for (int i = 0; i < 5; i++) {
            passes(i, peer(10 + i, "", "10.0.3.40", "plain"), Traffic.Kind.HTTP, "GET / HTTP/1.1");
        }
        Finding finding = only(5, Trouble.HTTP);
        assertThat(finding.times()).isEqualTo(5);
        assertThat(finding.since()).isEqualTo(NOON);
        assertThat(finding.last()).isEqualTo(at(4));
        assertThat(finding.who()).isEqualTo("10.0.3.40:50014");
    }

    @Test
    void commandsInLowerCaseAreNamedWhereTheDialectIsStrict() {
        passes(0, KEYENCE, Traffic.Kind.UNKNOWN, "t1");
        assertThat(only(0, Trouble.LOWER_CASE).told()).containsExactly("t1", "T1");
    }

    @Test
    void wordsOfAnotherMakerAreNamedWithTheirDialect() {
        passes(0, PLC, Traffic.Kind.UNKNOWN, "MEASURE");
        assertThat(only(0, Trouble.OTHER_DIALECT).told()).containsExactly("MEASURE", "omron");
    }

    @Test
    void wordsOfNoDialectAreNamedToo() {
        passes(0, PLC, Traffic.Kind.UNKNOWN, "FOO");
        assertThat(only(0, Trouble.UNKNOWN_WORDS).told()).containsExactly("FOO");
    }

    @Test
    void twoMastersOfOneStationAreNamed() {
        triggers(0, PLC);
        triggers(1, ROBOT);
        triggers(2, PLC);
        isOver(2.5);
        triggers(3, ROBOT);
        Finding finding = only(3, Trouble.TWO_MASTERS);
        assertThat(finding.told()).containsExactly("PLC line 3", "1");
        assertThat(finding.who()).isEqualTo("robot 2");
        triggers(4, PLC);
        only(5, Trouble.TWO_MASTERS);
        isOver(34.1);
    }

    @Test
    void mastersOfDifferentStationsAreNone() {
        for (int i = 0; i < 4; i++) {
            triggers(i, PLC);
            asks(i + 0.5, ROBOT, new Command.Trigger(2, TriggerRequest.PLAIN));
        }
        isOver(4);
    }

    @Test
    void aDeviceThatConnectsAnewForEachTriggerIsOneMaster() {
        for (int i = 0; i < 8; i++) {
            Peer anew = peer(20 + i, "", "10.0.3.50", "plain");
            triggers(i, anew);
            passes(i + 0.5, anew, Traffic.Kind.CLOSED, "DIALECT");
        }
        isOver(8);
    }

    @Test
    void twoDevicesThatConnectAnewForEachTriggerAreTwoMasters() {
        for (int i = 0; i < 4; i++) {
            Peer anew = peer(20 + i, "", "10.0.3.5" + i % 2, "plain");
            triggers(i, anew);
            passes(i + 0.5, anew, Traffic.Kind.CLOSED, "DIALECT");
        }
        only(4, Trouble.TWO_MASTERS);
    }

    @Test
    void twoOpenConnectionsOfOneComputerAreTwoMasters() {
        Peer one = peer(20, "", "127.0.0.1", "plain");
        Peer other = peer(21, "", "127.0.0.1", "plain");
        for (int i = 0; i < 2; i++) {
            triggers(i, one);
            triggers(i + 0.5, other);
        }
        only(2, Trouble.TWO_MASTERS);
    }

    @Test
    void aTriggerOfAStationThatIsOfflineIsNamedUntilItIsOnline() {
        stations = Map.of(1, StationState.OFFLINE);
        refused(0, PLC, new Command.Trigger(1, TriggerRequest.PLAIN), Code.STATION_OFFLINE);
        Finding finding = only(1, Trouble.OFFLINE);
        assertThat(finding.told()).containsExactly("1");
        assertThat(finding.fix()).contains(new Fix.GoOnline(1));
        stations = Map.of(1, StationState.READY);
        isOver(2);
    }

    @Test
    void aTriggerWhileBusyIsNamedAndCounted() {
        refused(0, PLC, new Command.Trigger(1, TriggerRequest.PLAIN), Code.STATION_BUSY);
        refused(1, PLC, new Command.Trigger(1, TriggerRequest.PLAIN), Code.STATION_BUSY);
        Finding finding = only(2, Trouble.BUSY);
        assertThat(finding.times()).isEqualTo(2);
        assertThat(finding.fix()).isEmpty();
        isOver(11);
    }

    @Test
    void aRefusalOfSomethingElseThanATriggerIsNoCase() {
        refused(0, PLC, new Command.ChangeJob(1, "b"), Code.STATION_BUSY);
        isOver(1);
    }

    @Test
    void aTriggerOfAStationWithAFaultIsNamed() {
        stations = Map.of(1, StationState.FAULT);
        refused(0, PLC, new Command.Trigger(1, TriggerRequest.PLAIN), Code.STATION_FAULT);
        only(1, Trouble.FAULT);
    }

    @Test
    void whatTheSettingsDoNotKnowIsNamed() {
        passes(0, KEYENCE, Traffic.Kind.UNMAPPED, "program 13");
        assertThat(only(0, Trouble.UNMAPPED).told()).containsExactly("program 13");
    }

    @Test
    void aStationOrJobThatIsNotThereIsNamed() {
        refused(0, PLC, new Command.Trigger(9, TriggerRequest.PLAIN), Code.NO_SUCH_STATION);
        refused(1, PLC, new Command.ChangeJob(1, "cap"), Code.NO_SUCH_JOB);
        assertThat(look(2).findings())
                .extracting(Finding::told)
                .containsExactly(List.of("job cap"), List.of("station 9"));
    }

    @Test
    void pollingTooFastIsNamedFromTheSecondSecondOn() {
        for (int i = 0; i < 100; i++) {
            asks(i / 60.0, PLC, new Command.AskStatus(1));
        }
        isOver(1.7);
        for (int i = 100; i < 160; i++) {
            asks(i / 60.0, PLC, new Command.AskStatus(1));
        }
        Finding finding = only(2.7, Trouble.POLLING);
        assertThat(Integer.parseInt(finding.told().get(0))).isBetween(55, 61);
        isOver(14);
    }

    @Test
    void triggersMayComeAsFastAsTheyWant() {
        for (int i = 0; i < 600; i++) {
            triggers(i / 200.0, PLC);
        }
        isOver(3);
    }

    @Test
    void askingFiftyTimesASecondIsFastEnough() {
        for (int i = 0; i < 200; i++) {
            asks(i / 50.0, PLC, new Command.AskStatus(1));
        }
        isOver(4);
    }

    @Test
    void outputThatWaitsAndDoesNotShrinkIsNotRead() {
        peers = List.of(waiting(PLC, 4_000));
        isOver(0);
        peers = List.of(waiting(PLC, 5_000));
        isOver(0.9);
        Finding finding = only(1, Trouble.NOT_READ);
        assertThat(finding.told()).containsExactly("5000");
        peers = List.of(waiting(PLC, 0));
        isOver(2);
    }

    @Test
    void outputThatShrinksIsBeingRead() {
        for (int i = 0; i < 20; i++) {
            peers = List.of(waiting(PLC, 100_000 - i * 1_000));
            isOver(i / 2.0);
        }
    }

    @ParameterizedTest
    @CsvSource({"STALL", "OVERFLOW"})
    void aPeerThatWasGivenUpBecauseItDoesNotReadIsNamed(String by) {
        passes(0, PLC, Traffic.Kind.CLOSED, by);
        only(10, Trouble.NOT_READ);
        isOver(30);
    }

    @Test
    void aPeerThatBrokeItsPromiseOfALineIsNamedUntilItIsBack() {
        passes(0, PLC, Traffic.Kind.SILENT, "3040");
        passes(0, PLC, Traffic.Kind.CLOSED, "DIALECT");
        assertThat(only(1, Trouble.SILENT).told()).containsExactly("3.0");
        passes(2, peer(30, "PLC line 3", "10.0.3.7", "plain"), Traffic.Kind.NAMED, "PLC line 3");
        isOver(2);
    }

    @Test
    void aConnectionAtWhoseEndNothingAnswersIsNamed() {
        passes(0, PLC, Traffic.Kind.CLOSED, "LOST");
        only(1, Trouble.SILENT);
        isOver(30);
    }

    @ParameterizedTest
    @CsvSource({"DIALECT", "PEER", "SERVER"})
    void anOrdinaryEndIsNoCase(String by) {
        passes(0, PLC, Traffic.Kind.CLOSED, by);
        isOver(1);
    }

    @Test
    void aConnectionTooManyIsNamed() {
        passes(0, PLC, Traffic.Kind.TURNED_AWAY, "");
        only(1, Trouble.TOO_MANY);
    }

    @Test
    void aConnectionFromAnAddressThatMayNotConnectIsNamed() {
        passes(0, PLC, Traffic.Kind.NOT_ON_THE_LIST, "");
        Finding finding = only(1, Trouble.NOT_ON_THE_LIST);
        assertThat(finding.told()).containsExactly(PLC.address().getAddress().getHostAddress());
    }

    @Test
    void aListenerThatTakesNoConnectionsIsNamedUntilItDoes() {
        InetSocketAddress place = new InetSocketAddress("127.0.0.1", 8500);
        listeners = List.of(new Round.Listener("keyence-xg", place, false));
        assertThat(only(0, Trouble.NOT_LISTENING).port()).isEqualTo(8500);
        listeners = List.of(new Round.Listener("keyence-xg", place, true));
        isOver(1);
    }

    @Test
    void theNewestFindingComesFirstAndAllOfThemAreBounded() {
        for (int i = 0; i < 300; i++) {
            passes(i / 100.0, peer(100 + i, "client " + i, "10.0.4.1", "plain"), Traffic.Kind.UNKNOWN, "FOO");
        }
        List<Finding> findings = look(3).findings();
        assertThat(findings).hasSize(200);
        assertThat(findings.get(0).who()).isEqualTo("client 299");
    }
}
