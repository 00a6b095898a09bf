package org.shutterline.protocol.dialect.omron;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.shutterline.protocol.format.Digits;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.PictureState;
import org.shutterline.protocol.message.Product;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.script.Desk;
import org.shutterline.protocol.script.Reading;
import org.shutterline.protocol.script.ResultOutput;
import org.shutterline.protocol.script.Script;
import org.shutterline.protocol.script.Stations;

/** What the station's side makes of the commands of one connection. */
final class OmronScript implements Script {
    static final String DONE = "OK";
    static final String REFUSED = "ER";

    private static final int HIGHEST = 9_999;
    private static final String JUDGEMENT = "judgement";
    private static final String VERDICT = "verdict.";

    private final OmronSettings settings;
    private final Desk desk;
    private final Stations stations;
    private final OmronMeasuring measuring;
    private final Map<String, Consumer<OmronWords>> commands = new HashMap<>();
    private OptionalLong told = OptionalLong.empty();
    private boolean lost;

    OmronScript(OmronSettings settings, Desk desk) {
        this.settings = settings;
        this.desk = desk;
        this.stations = new Stations(desk, List.of(settings.station()));
        this.measuring = new OmronMeasuring(desk, stations, new Told());
        both("MEASURE", "M", this::measure);
        both("SCENE", "S", this::scene);
        both("UNITDATA", "UD", this::unit);
        commands.put("CLRMEAS", words -> alone(words, this::clear));
        commands.put("IMGSAVE", words -> alone(words, this::save));
        commands.put("VERGET", words -> alone(words, this::version));
        commands.put("RESET", words -> alone(words, this::reopen));
    }

    private void both(String name, String brief, Consumer<OmronWords> command) {
        commands.put(name, command);
        commands.put(brief, command);
    }

    @Override
    public void line(String line) {
        OmronWords words = OmronWords.of(line);
        commands.getOrDefault(words.name(), this::refuseUnknown).accept(words);
    }

    @Override
    public boolean followsResults() {
        return settings.output() == ResultOutput.ALL;
    }

    @Override
    public void happened(Event event) {
        if (!(event instanceof Event.Finished finished)
                || !stations.has(finished.result().station())) {
            return;
        }
        InspectionResult result = finished.result();
        lost = false;
        boolean own = told.isPresent() && told.getAsLong() == result.id();
        if (settings.output() == ResultOutput.ALL && !own) {
            desk.say(settings.format().line(result));
        }
    }

    @Override
    public void ended() {
        measuring.stop();
    }

    private void alone(OmronWords words, Runnable command) {
        if (words.count() == 0) {
            command.run();
        } else {
            refuse();
        }
    }

    private void refuseUnknown(OmronWords words) {
        desk.unknown();
        refuse();
    }

    private void refuse() {
        desk.answer(REFUSED);
    }

    /** A value and the answer that belongs to it are one write. */
    private void value(String text) {
        desk.write(text + settings.end() + DONE + settings.end());
        desk.next();
    }

    /** Says whether it was done. */
    private void change(Command command) {
        measuring.hold();
        desk.ask(command, reply -> {
            desk.answer(reply instanceof Reply.Refused ? REFUSED : DONE);
            measuring.goOn();
        });
    }

    // ---- measuring

    private void measure(OmronWords words) {
        if (words.count() == 0) {
            measuring.once();
        } else if (words.isOnly("/C")) {
            measuring.begin();
        } else if (words.isOnly("/E")) {
            measuring.end();
        } else {
            refuse();
        }
    }

    private void clear() {
        desk.ask(new Command.ResetCounters(stations.first()), reply -> {
            boolean done = !(reply instanceof Reply.Refused);
            lost |= done;
            desk.answer(done ? DONE : REFUSED);
        });
    }

    /** Pictures are kept as the settings of the station say; that one of the last part is kept is all that can be told. */
    private void save() {
        desk.ask(new Command.LastResult(stations.first()), reply -> {
            boolean kept = reply instanceof Reply.Found found
                    && (found.result().picture() == PictureState.STORED
                            || found.result().picture() == PictureState.PENDING);
            desk.answer(kept ? DONE : REFUSED);
        });
    }

    // ---- scenes

    private void scene(OmronWords words) {
        if (words.count() == 0) {
            tellScene();
            return;
        }
        Optional<Integer> number = words.count() == 1 ? Digits.whole(words.get(0), 0, HIGHEST) : Optional.empty();
        Optional<String> job = number.flatMap(theirs -> settings.scenes().ours(Integer.toString(theirs)));
        job.ifPresentOrElse(name -> change(new Command.ChangeJob(stations.first(), name)), () -> {
            number.ifPresent(theirs -> desk.unmapped("scene " + theirs));
            refuse();
        });
    }

    private void tellScene() {
        desk.ask(new Command.AskJob(stations.first()), reply -> {
            Optional<String> number =
                    reply instanceof Reply.JobOf of ? settings.scenes().theirs(of.job()) : Optional.empty();
            number.ifPresentOrElse(this::value, this::refuse);
        });
    }

    // ---- units

    /** Programs write {@code 5 6} and {@code 5,6}. */
    private void unit(OmronWords said) {
        OmronWords words = said.partedByCommas();
        boolean fits = words.count() == 2 || words.count() == 3;
        Optional<String> ours = fits
                ? Digits.whole(words.get(0), 0, HIGHEST)
                        .flatMap(unit ->
                                Digits.whole(words.get(1), 0, HIGHEST).flatMap(item -> settings.reading(unit, item)))
                : Optional.empty();
        if (ours.isEmpty()) {
            if (fits) {
                desk.unmapped("unit " + words.get(0) + "," + words.get(1));
            }
            refuse();
        } else if (words.count() == 3) {
            write(Reading.of(ours.get()), words.get(2));
        } else {
            read(ours.get());
        }
    }

    private void write(Reading reading, String text) {
        Optional<String> number = Digits.plain(text);
        if (reading.kind() == Reading.Kind.SETTING && number.isPresent()) {
            change(new Command.SetParameter(stations.first(), reading.name(), number.get()));
        } else {
            refuse();
        }
    }

    private void read(String ours) {
        if (ours.equals(JUDGEMENT)) {
            judgement(result -> Optional.of(result.verdict()));
        } else if (ours.startsWith(VERDICT)) {
            String output = ours.substring(VERDICT.length());
            judgement(result -> result.values().stream()
                    .filter(measured -> measured.name().equals(output))
                    .map(Measurement::verdict)
                    .findFirst());
        } else {
            Reading reading = Reading.of(ours);
            reading.read(
                    desk,
                    stations.first(),
                    value -> value.filter(read -> reading.kind() == Reading.Kind.SETTING || !lost)
                            .flatMap(settings.format()::text)
                            .ifPresentOrElse(this::value, this::refuse));
        }
    }

    private void judgement(java.util.function.Function<InspectionResult, Optional<Verdict>> which) {
        desk.ask(new Command.LastResult(stations.first()), reply -> {
            Optional<Verdict> verdict =
                    reply instanceof Reply.Found found && !lost ? which.apply(found.result()) : Optional.empty();
            value(settings.format().words().of(verdict.orElse(Verdict.UNKNOWN)));
        });
    }

    // ---- the device

    private void version() {
        Product product = Product.load();
        value(product.name() + " " + product.version());
    }

    private void reopen() {
        measuring.hold();
        desk.ask(new Command.GoOffline(stations.first()), reply -> {
            if (reply instanceof Reply.Refused) {
                refuse();
                measuring.goOn();
            } else {
                change(new Command.GoOnline(stations.first()));
            }
        });
    }

    /** What becomes of this peer's own triggers. */
    private final class Told implements OmronMeasuring.Teller {
        /** It is told before the event of it reaches the script. */
        @Override
        public void tell(InspectionResult result) {
            told = OptionalLong.of(result.id());
            if (settings.output() != ResultOutput.OFF) {
                desk.say(settings.format().line(result));
            }
        }

        /** A peer that does not look at that is not told the part before as the one that it asked for. */
        @Override
        public void failed() {
            lost = true;
        }
    }
}
