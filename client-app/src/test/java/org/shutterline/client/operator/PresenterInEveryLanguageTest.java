package org.shutterline.client.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.client.language.Ability;
import org.shutterline.client.language.LanguageChoice;
import org.shutterline.client.link.ReconnectDelays;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Origin;
import org.shutterline.protocol.message.Picture;
import org.shutterline.protocol.message.PictureState;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.spi.Dialect;

/** The presenter at the real conversations of each dialect, both sides of them. */
class PresenterInEveryLanguageTest {
    private static final Catalog<Dialect> DIALECTS = Catalog.installed("dialect", Dialect.class);
    private static final Map<String, Map<String, Object>> SETTINGS = Map.of(
            "keyence-xg",
            Map.of(
                    "programs",
                    Map.of(3, "bright"),
                    "resultOutput",
                    "all",
                    "resultFields",
                    List.of("judgement", "width")),
            "keyence-iv",
            Map.of("programs", Map.of(3, "bright"), "tools", Map.of("00", "width"), "rateDecimals", 1),
            "omron",
            Map.of("scenes", Map.of(3, "bright"), "resultOutput", "all", "resultFields", List.of("judgement", "width")),
            "insight",
            Map.of(
                    "logins",
                    List.of(Map.of("name", "admin", "password", "change-me", "role", "admin")),
                    "password",
                    "change-me",
                    "programs",
                    Map.of(3, "bright"),
                    "cells",
                    Map.of("B001", "judgement", "B002", "value.width")),
            "insight-push",
            Map.of("resultFields", List.of("judgement", "width")),
            "custom",
            Map.of(
                    "rows",
                    List.of(
                            Map.of("in", "TRIG {part}", "do", "trigger", "result", "{judgement};{value:width|07.1}"),
                            Map.of("in", "TRIG", "do", "trigger", "result", "{judgement};{value:width|07.1}"),
                            Map.of("in", "JOB {job}", "do", "change-job", "result", "{job} LOADED"),
                            Map.of("in", "STATE", "do", "status", "result", "{state} {job}")),
                    "pushed",
                    "EVT {judgement}"));

    private final HandCrankedBench bench = new HandCrankedBench(Samples.START.toInstant());
    private final RecordingView view = new RecordingView();
    private final JoinedLink link = new JoinedLink(id -> server(DIALECTS.find(id, "test")), command -> reply(command));
    private final OperatorPresenter presenter = new OperatorPresenter(
            bench,
            link,
            Samples.languages(new TreeMap<>(SETTINGS)),
            new ReconnectDelays(() -> 0),
            () -> "k",
            500,
            view);

    private Optional<Reply> refusal = Optional.empty();
    private Verdict verdict = Verdict.OK;
    private StationState state = StationState.READY;
    private String job = "plate";
    private long lastId = 40;

    private org.shutterline.protocol.spi.ServerConversation server(Dialect dialect) {
        Map<String, Object> settings = SETTINGS.getOrDefault(dialect.id(), Map.of());
        return dialect.server(Options.checked("test", settings, dialect.settings()), Role.ADMIN);
    }

    private Reply reply(Command command) {
        if (command instanceof Command.Trigger) {
            return refusal.orElseGet(() -> new Reply.Accepted(++lastId, false));
        }
        if (command instanceof Command.AskStatus) {
            return new Reply.Status(new StationStatus(1, state, job, lastId, 1, 0, 0, 0, ""));
        }
        if (command instanceof Command.LastResult) {
            return new Reply.Found(result());
        }
        if (command instanceof Command.AskJob) {
            return new Reply.JobOf(job);
        }
        if (command instanceof Command.ChangeJob change) {
            job = change.job();
            return new Reply.JobChanged(job, 1);
        }
        if (command instanceof Command.FetchPicture fetch) {
            return new Reply.PictureOf(fetch.id(), new Picture("mono8", 2, 1, Blob.of(new byte[] {1, 2})));
        }
        if (command instanceof Command.ListJobs) {
            return new Reply.Jobs(List.of("bright", "plate"));
        }
        if (command instanceof Command.FetchDetail) {
            return new Reply.Refused(Code.NO_SUCH_RESULT);
        }
        if (command instanceof Command.ListStations) {
            return new Reply.Stations(List.of(1));
        }
        if (command instanceof Command.Subscribe) {
            return new Reply.Subscribed(List.of());
        }
        if (command instanceof Command.ResultsSince) {
            return new Reply.Results(List.of());
        }
        return new Reply.Done();
    }

    private InspectionResult result() {
        Measurement width = new Measurement(
                "width",
                new Value.Decimal(12.5, 1),
                "mm",
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                verdict,
                "");
        return new InspectionResult(
                lastId,
                1,
                job,
                Samples.START,
                5,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Origin.WIRE,
                verdict,
                verdict == Verdict.UNKNOWN ? Optional.of(Code.CAMERA_FAILED) : Optional.empty(),
                "",
                List.of(width),
                PictureState.STORED);
    }

    private void connect(String dialect) {
        presenter.speak(new LanguageChoice(dialect, SETTINGS.containsKey(dialect) ? dialect : ""));
        presenter.connect("10.0.3.20:8500");
        bench.settle();
        link.answersFirst();
        bench.settle();
    }

    private void capture(String part) {
        presenter.capture(part);
        bench.settle();
        if (refusal.isEmpty()) {
            link.happens(new Event.Finished(result()));
            bench.settle();
        }
    }

    private Verdict shown() {
        return view.last().shown().orElseThrow().verdict();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "keyence-xg", "keyence-iv", "omron", "insight", "custom"})
    void capturesAndShowsWhatTheStationTold(String dialect) {
        connect(dialect);
        assertThat(view.last().capture()).isEqualTo(OperatorState.Capture.READY);
        assertThat(view.last().notices()).isEmpty();

        for (Verdict judged : List.of(Verdict.OK, Verdict.NG, Verdict.OK)) {
            verdict = judged;
            capture("");
            assertThat(shown()).isEqualTo(judged);
            assertThat(view.last().shown().orElseThrow().values())
                    .singleElement()
                    .satisfies(value -> assertThat(value.value())
                            .isInstanceOfSatisfying(
                                    Value.Decimal.class,
                                    number -> assertThat(number.number()).isEqualTo(12.5)));
        }
        assertThat(view.last().counts().ng()).isEqualTo(1);
        assertThat(view.last().film()).hasSize(3);
        assertThat(view.last().notices()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"keyence-xg", "keyence-iv", "omron", "insight-push", "custom"})
    void resultsThatComeUnaskedAreResults(String dialect) {
        connect(dialect);
        verdict = Verdict.NG;
        lastId++;
        link.happens(new Event.Finished(result()));
        bench.settle();

        assertThat(shown()).isEqualTo(Verdict.NG);
        assertThat(view.last().notices()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "keyence-xg", "keyence-iv", "omron", "insight", "custom"})
    void aRefusalIsToldAndTheNextCaptureIsPossible(String dialect) {
        connect(dialect);
        refusal = Optional.of(new Reply.Refused(Code.STATION_BUSY));
        capture("");

        assertThat(view.last().notices()).extracting(Notice::topic).containsExactly(Notice.Topic.CAPTURE);
        assertThat(view.last().shown()).isEmpty();
        refusal = Optional.empty();
        capture("");
        assertThat(shown()).isEqualTo(Verdict.OK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"keyence-xg", "keyence-iv", "omron", "insight", "custom"})
    void theNewestResultIsShownAfterANewConnectionToo(String dialect) {
        connect(dialect);
        capture("");
        capture("");
        link.breaks();
        bench.settle();
        assertThat(view.last().notices().get(0).next().key()).isEqualTo("link.notFetched");
        bench.pass(Duration.ofSeconds(1));
        link.answersFirst();
        bench.settle();

        verdict = Verdict.NG;
        capture("");
        assertThat(shown()).isEqualTo(Verdict.NG);
        assertThat(view.last().film()).hasSize(3);
    }

    @Test
    void aDeviceThatBeginsToCountAnewHidesNoResult() {
        lastId = 32_766;
        connect("keyence-iv");
        capture("");
        verdict = Verdict.NG;
        capture("");

        assertThat(shown()).isEqualTo(Verdict.NG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"keyence-xg", "keyence-iv", "insight", "custom"})
    void aStationThatWasTakenOfflineIsSeenWithoutBeingTold(String dialect) {
        connect(dialect);
        state = StationState.OFFLINE;
        bench.pass(Duration.ofSeconds(2));

        assertThat(view.last().capture()).isEqualTo(OperatorState.Capture.OFFLINE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "keyence-xg", "keyence-iv", "omron", "insight", "custom"})
    void theJobIsChanged(String dialect) {
        connect(dialect);
        presenter.changeJob("bright");
        bench.settle();

        assertThat(job).isEqualTo("bright");
        assertThat(view.last().job()).isEqualTo("bright");
        assertThat(view.last().notices()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"keyence-xg", "keyence-iv", "omron", "insight"})
    void theJobsOfTheSettingsAreOffered(String dialect) {
        connect(dialect);

        assertThat(view.last().jobs()).containsExactly("bright");
    }

    @Test
    void aPartAndAKeyAreSentOnlyWhereThereAreWordsForThem() {
        connect("custom");
        capture("SN 1");
        assertThat(triggers()).singleElement().satisfies(request -> {
            assertThat(request.part()).contains("SN 1");
            assertThat(request.once()).isEmpty();
        });

        connect("keyence-xg");
        assertThat(view.last().can(Ability.PART)).isFalse();
        connect("plain");
        capture("SN 2");
        assertThat(triggers().get(1).once()).contains("k");
    }

    private List<org.shutterline.protocol.message.TriggerRequest> triggers() {
        return link.asked().stream()
                .filter(Command.Trigger.class::isInstance)
                .map(command -> ((Command.Trigger) command).request())
                .toList();
    }

    @Test
    void aPortThatOnlyTellsResultsTakesNoTriggersAndSaysSo() {
        connect("insight-push");
        assertThat(view.last().connection().stands()).isTrue();
        assertThat(view.last().capture()).isEqualTo(OperatorState.Capture.NOT_IN_LANGUAGE);

        capture("SN-1");
        assertThat(link.asked()).isEmpty();
        assertThat(view.last().notices())
                .singleElement()
                .satisfies(told -> assertThat(told.what()).isEqualTo(Phrase.of("capture.not.NOT_IN_LANGUAGE")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"insight", "keyence-iv"})
    void thePictureOfTheNewestResultIsShownWhereTheLanguageHasOne(String dialect) {
        connect(dialect);
        capture("");

        assertThat(view.last().picture().kind()).isEqualTo(OperatorState.PictureKind.OF_RESULT);
        assertThat(view.last().picture().picture().orElseThrow().format()).isEqualTo("jpeg");
        assertThat(view.last().picture().takenAt()).contains(Samples.START.toInstant());
        assertThat(view.last().film().get(0).thumbnail()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"keyence-xg", "omron", "custom"})
    void aLanguageWithoutPicturesSaysSo(String dialect) {
        connect(dialect);
        capture("");
        presenter.showLive(true);
        bench.settle();

        assertThat(view.last().picture().kind()).isEqualTo(OperatorState.PictureKind.NOT_IN_LANGUAGE);
        assertThat(view.last().live()).isFalse();
        assertThat(view.last().notices()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"keyence-xg", "insight", "insight-push"})
    void countsAnewWhereTheStationCountsNothing(String dialect) {
        connect(dialect);
        lastId++;
        link.happens(new Event.Finished(result()));
        capture("");
        presenter.resetCounters();
        bench.settle();
        assertThat(view.last().counts().ok()).isZero();

        bench.pass(Duration.ofSeconds(3));
        assertThat(view.last().counts().ok()).isZero();
    }

    @Test
    void settingsThatCannotBeUsedAreToldAndNothingIsConnected() {
        presenter.speak(new LanguageChoice("custom", ""));
        presenter.connect("10.0.3.20:8500");
        bench.settle();

        assertThat(view.last().connection().phase()).isEqualTo(OperatorState.Phase.NONE);
        assertThat(view.last().notices())
                .singleElement()
                .satisfies(told ->
                        assertThat(told.next().parts().get(0).toString()).contains("custom.rows"));
        presenter.speak(LanguageChoice.USUAL);
        presenter.connect("10.0.3.20:8500");
        bench.settle();
        assertThat(view.last().notices()).isEmpty();
        assertThat(view.last().connection().phase()).isEqualTo(OperatorState.Phase.CONNECTING);
    }

    @Test
    void anAnswerThatIsLostIsNotAskedForAgainWithoutAKey() {
        connect("keyence-xg");
        presenter.capture("");
        bench.settle();
        link.breaks();
        bench.settle();

        assertThat(view.last().notices())
                .filteredOn(told -> told.topic() == Notice.Topic.CAPTURE)
                .singleElement()
                .satisfies(told -> assertThat(told.what()).isEqualTo(Phrase.of("capture.lostForGood")));
    }
}
