package org.shutterline.protocol.script;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.protocol.plugin.Setting;

/** The stations that one listener's peers see: they count from 1, and the first of them is {@link #first}. */
public final class Stations {
    /** The stations that the listener's peers see, in their order. */
    public static final Setting<List<Integer>> SETTING = Setting.of(
                    "stations", "a list of numbers of stations from 1 to 99, each once", Stations::read)
            .as(new Setting.Numbers())
            .byDefault(List.of(1));

    /** The station that the peers see, where the dialect knows only one. */
    public static final Setting<Integer> ONE = Setting.whole("station", 1, 99).byDefault(1);

    /** What becomes of a trigger; one of refused, judged and unsafe comes last. */
    public interface Triggered {
        void accepted();

        /** Its picture was taken. Told only to a script that says {@link Script#followsPictures}, and not if none could be. */
        default void pictureTaken() {
            // the result follows
        }

        /** It was not taken, or could not be made safe. */
        void refused(Code code);

        void judged(InspectionResult result);
    }

    private final Desk desk;
    private final List<Integer> numbers;

    public Stations(Desk desk, List<Integer> numbers) {
        this.desk = desk;
        this.numbers = List.copyOf(numbers);
    }

    private static Optional<List<Integer>> read(Object raw) {
        if (!(raw instanceof List<?> list) || list.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> read = new ArrayList<>();
        for (Object item : list) {
            if (item instanceof Integer number && number >= 1 && number <= 99 && !read.contains(number)) {
                read.add(number);
            }
        }
        return read.size() == list.size() ? Optional.of(List.copyOf(read)) : Optional.empty();
    }

    /** The number of the first. */
    public int first() {
        return numbers.get(0);
    }

    /** Their number of this station, counted from 1; empty if this listener has none such. */
    public Optional<Integer> number(int theirs) {
        if (theirs < 1 || theirs > numbers.size()) {
            desk.unmapped("station " + theirs);
            return Optional.empty();
        }
        return Optional.of(numbers.get(theirs - 1));
    }

    public boolean has(int number) {
        return numbers.contains(number);
    }

    public List<Integer> numbers() {
        return numbers;
    }

    /**
     * Has the same done at all of them, one after the other, until one refuses.
     *
     * @param listener told once; empty when all have done it
     */
    public void all(IntFunction<Command> command, Consumer<Optional<Reply.Refused>> listener) {
        each(numbers.iterator(), command, listener);
    }

    private void each(
            Iterator<Integer> left, IntFunction<Command> command, Consumer<Optional<Reply.Refused>> listener) {
        if (!left.hasNext()) {
            listener.accept(Optional.empty());
            return;
        }
        desk.ask(command.apply(left.next()), reply -> {
            if (reply instanceof Reply.Refused refused) {
                listener.accept(Optional.of(refused));
            } else {
                each(left, command, listener);
            }
        });
    }

    /** Triggers one and tells what becomes of it. */
    public void trigger(int station, TriggerRequest request, Triggered listener) {
        desk.ask(new Command.Trigger(station, request), reply -> {
            if (reply instanceof Reply.Accepted accepted) {
                listener.accepted();
                desk.awaitPicture(accepted.id(), listener::pictureTaken);
                desk.await(
                        accepted.id(),
                        result ->
                                result.ifPresentOrElse(listener::judged, () -> listener.refused(Code.STORAGE_FAILED)));
            } else if (reply instanceof Reply.Repeated repeated) {
                listener.accepted();
                listener.judged(repeated.result());
            } else if (reply instanceof Reply.Refused refused) {
                listener.refused(refused.code());
            } else {
                listener.refused(Code.INTERNAL_ERROR);
            }
        });
    }
}
