package org.shutterline.server.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.StationState;
import org.shutterline.server.doctor.Checkup;
import org.shutterline.server.doctor.Doctor;
import org.shutterline.server.doctor.Fix;
import org.shutterline.server.doctor.Round;
import org.shutterline.server.net.Passed;
import org.shutterline.server.net.PeerStatus;

/** Asks the doctor, and has done what it offers. Used on the bench alone. */
final class DoctorDesk {
    /** A round looks at all that is connected, which need not be done for each state. */
    private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(250);

    private final Plant plant;
    private final Bench bench;
    private final Doctor doctor;
    private Instant lastRound = Instant.MIN;
    private DoctorView view = new DoctorView(Checkup.NONE, Optional.empty(), Optional.empty());

    DoctorDesk(Plant plant, Bench bench) {
        this.plant = plant;
        this.bench = bench;
        this.doctor = new Doctor(plant.dialects());
    }

    void passed(Passed passed) {
        doctor.passed(passed);
    }

    /** What the doctor says now. */
    DoctorView look(Collection<StationView> stations, List<PeerStatus> peers) {
        Instant now = bench.now();
        if (!now.isBefore(lastRound.plus(BETWEEN_ROUNDS))) {
            lastRound = now;
            Checkup checkup = doctor.look(new Round(now, peers, states(stations), listeners()));
            view = new DoctorView(
                    checkup, view.fixing(), view.failed().filter(failed -> isWanted(checkup, failed.fix())));
        }
        return view;
    }

    private static boolean isWanted(Checkup checkup, Fix fix) {
        return checkup.findings().stream().anyMatch(finding -> finding.fix().equals(Optional.of(fix)));
    }

    private static Map<Integer, StationState> states(Collection<StationView> stations) {
        return stations.stream()
                .collect(Collectors.toMap(
                        StationView::number, station -> station.status().state()));
    }

    private List<Round.Listener> listeners() {
        return plant.listeners().stream()
                .map(plate -> new Round.Listener(plate.dialect(), plate.address(), plate.accepts()))
                .toList();
    }

    /** @param done run on the bench when it is known whether it was done */
    void fix(Fix fix, Runnable done) {
        view = new DoctorView(view.checkup(), Optional.of(fix), Optional.empty());
        Consumer<Optional<String>> ended = why -> bench.run(() -> {
            view = new DoctorView(
                    view.checkup(), Optional.empty(), why.map(words -> new DoctorView.Failed(fix, words)));
            done.run();
        });
        if (fix instanceof Fix.EndBySilence silence) {
            plant.endBySilence(silence.port(), silence.silenceMs(), ended);
        } else if (fix instanceof Fix.GoOnline online) {
            plant.ask(new Command.GoOnline(online.station()), reply -> ended.accept(refusal(reply)));
        }
    }

    private static Optional<String> refusal(Reply reply) {
        return reply instanceof Reply.Refused refused ? Optional.of(refused.text()) : Optional.empty();
    }
}
