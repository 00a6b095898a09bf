package org.shutterline.client.operator;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.shutterline.client.language.Ability;
import org.shutterline.client.link.Asked;
import org.shutterline.client.link.Trouble;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.TriggerRequest;

/**
 * One capture at a time. A trigger whose answer was lost is never sent again by itself; the operator may ask again, under
 * the same key, for as long as the station should still remember it. On the bench.
 */
final class Capturing {
    /** From the first sending. A station usually remembers a key for 60 s; later, asking again might take a second picture. */
    private static final Duration REMEMBERED = Duration.ofSeconds(50);

    private final Bench bench;
    private final BiConsumer<Command, Asked> link;
    private final Predicate<Ability> can;
    private final Supplier<String> keys;
    private final Notices notices;
    private final Consumer<InspectionResult> results;
    private final Runnable changed;

    private Optional<Sent> running = Optional.empty();
    private Optional<Sent> unanswered = Optional.empty();
    private Optional<OperatorState.ReturnedPart> returned = Optional.empty();
    private long lastReturned;

    private record Sent(int station, String part, String once, Instant at) {}

    Capturing(
            Bench bench,
            BiConsumer<Command, Asked> link,
            Predicate<Ability> can,
            Supplier<String> keys,
            Notices notices,
            Consumer<InspectionResult> results,
            Runnable changed) {
        this.bench = bench;
        this.link = link;
        this.can = can;
        this.keys = keys;
        this.notices = notices;
        this.results = results;
        this.changed = changed;
    }

    boolean running() {
        return running.isPresent();
    }

    Optional<OperatorState.ReturnedPart> returned() {
        return returned;
    }

    /** The operator wants one; a part that cannot be captured now goes back. */
    void want(OperatorState.Capture can, int station, String part) {
        if (can == OperatorState.Capture.READY || can == OperatorState.Capture.RUNNING) {
            capture(station, part);
        } else if (!part.isBlank()) {
            notTaken(part, "capture.not." + can);
        }
    }

    void capture(int station, String part) {
        if (running()) {
            if (!part.isBlank()) {
                notTaken(part, "capture.running");
            }
            return;
        }
        unanswered = Optional.empty();
        notices.close(Notice.Topic.CAPTURE);
        send(new Sent(station, part, keys.get(), bench.now()));
    }

    void askAgain() {
        Optional<Sent> again = unanswered;
        if (!running() && again.isPresent()) {
            unanswered = Optional.empty();
            notices.close(Notice.Topic.CAPTURE);
            send(again.get());
        }
    }

    /** The part was not captured: it goes back to its field, with the reason told. */
    private void notTaken(String part, String why) {
        if (!part.isBlank()) {
            returned = Optional.of(new OperatorState.ReturnedPart(++lastReturned, part));
        }
        notices.mention(Notice.Topic.CAPTURE, Phrase.of(why), Phrase.of("capture.nothingTaken"));
    }

    /** A result came by another way: it may be the answer that was lost. */
    void seen(InspectionResult result) {
        if (unanswered.filter(sent -> answers(result, sent)).isPresent()) {
            unanswered = Optional.empty();
            notices.close(Notice.Topic.CAPTURE);
        }
    }

    private static boolean answers(InspectionResult result, Sent sent) {
        boolean sameKey = result.once().filter(sent.once()::equals).isPresent();
        boolean samePart = result.part().filter(sent.part().strip()::equals).isPresent();
        return result.station() == sent.station() && (sameKey || samePart);
    }

    private void send(Sent sent) {
        running = Optional.of(sent);
        changed.run();
        link.accept(command(sent), new Asked() {
            @Override
            public void replied(Reply reply, String line) {
                running = Optional.empty();
                answered(sent, reply);
                changed.run();
            }

            @Override
            public void lost(Trouble trouble) {
                running = Optional.empty();
                lostAnswer(sent);
                changed.run();
            }
        });
    }

    /** With as much as the language has words for. */
    private Command command(Sent sent) {
        boolean named = !sent.part().isBlank() && can.test(Ability.PART);
        return new Command.Trigger(
                sent.station(),
                new TriggerRequest(
                        named ? Optional.of(sent.part().strip()) : Optional.empty(),
                        can.test(Ability.ONCE) ? Optional.of(sent.once()) : Optional.empty(),
                        Map.of()));
    }

    private void answered(Sent sent, Reply reply) {
        if (reply instanceof Reply.Found found) {
            results.accept(found.result());
        } else if (reply instanceof Reply.Repeated repeated) {
            results.accept(repeated.result());
        } else if (reply instanceof Reply.Refused refused) {
            refused(sent, refused.code());
        }
    }

    private void refused(Sent sent, Code code) {
        if (code == Code.STORAGE_FAILED) {
            notices.tell(
                    Notice.Topic.CAPTURE,
                    Notice.Kind.DATA_LOST,
                    Phrase.of("refused." + code),
                    Phrase.of("refused.notSafe"));
            return;
        }
        notTaken(sent.part(), "refused." + code);
    }

    private void lostAnswer(Sent sent) {
        unanswered = Optional.of(sent);
        Duration left = Duration.between(bench.now(), sent.at().plus(REMEMBERED));
        // without a key a second picture would be taken
        if (left.isNegative() || left.isZero() || !can.test(Ability.ONCE)) {
            forget(sent);
            return;
        }
        notices.tell(new Notice(
                Notice.Topic.CAPTURE,
                Notice.Kind.WARNING,
                Phrase.of("capture.lost", bench.now()),
                Phrase.of("capture.askAgain"),
                Optional.of(Notice.Remedy.ASK_AGAIN),
                Optional.empty()));
        bench.after(left, () -> forget(sent));
    }

    private void forget(Sent sent) {
        if (unanswered.filter(sent::equals).isPresent()) {
            unanswered = Optional.empty();
            notices.tell(
                    Notice.Topic.CAPTURE,
                    Notice.Kind.WARNING,
                    Phrase.of("capture.lostForGood"),
                    Phrase.of("capture.seeFilm"));
        }
    }
}
