package org.shutterline.look;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One tool in the list of a job.
 *
 * @param id of the tool in its job
 * @param icon of its kind
 * @param title for people
 * @param value what it found, "12.03 mm"; or why it found nothing
 * @param ms what it took; empty when it has not run
 * @param state of its verdict; empty when it has not run
 * @param mark how it counts
 * @param caution why a person should look at how it is set, in amber before the value and with the sign of a warning; empty as a
 *     rule
 */
public record ToolRow(
        String id,
        Icons icon,
        String title,
        String value,
        OptionalDouble ms,
        Optional<State> state,
        Mark mark,
        String caution) {

    public ToolRow(
            String id, Icons icon, String title, String value, OptionalDouble ms, Optional<State> state, Mark mark) {
        this(id, icon, title, value, ms, state, mark, "");
    }

    /** How a tool counts. */
    public enum Mark {
        /** As a rule. */
        REQUIRED,
        /** Not found is fine. */
        OPTIONAL,
        /** Never counts. */
        INFORMATIVE,
        /** Switched off. */
        OFF
    }

    /** "2.4 ms"; nothing when it has not run. */
    String took() {
        return ms.isPresent() ? LookWords.text("tools.ms", String.format(Locale.ROOT, "%.1f", ms.getAsDouble())) : "";
    }

    /** The mark in a word; nothing for a required one. */
    String markWord() {
        return mark == Mark.REQUIRED
                ? ""
                : LookWords.text("tools.mark." + mark.name().toLowerCase(Locale.ROOT));
    }

    /** What stands below the title. */
    String second() {
        return caution + (caution.isEmpty() || value.isEmpty() ? "" : ", ") + value;
    }

    /** What its shape says: a warning, unless it says worse. */
    Optional<State> sign() {
        boolean worse = state.filter(now -> now != State.OK).isPresent();
        return caution.isEmpty() || worse ? state : Optional.of(State.FAULT);
    }

    String spoken() {
        String verdict = state.map(State::word).orElse("");
        StringBuilder words = new StringBuilder(title);
        for (String part : new String[] {caution, value, verdict, took(), markWord()}) {
            words.append(part.isEmpty() ? "" : ", " + part);
        }
        return words.toString();
    }
}
