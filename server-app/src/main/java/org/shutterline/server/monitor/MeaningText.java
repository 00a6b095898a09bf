package org.shutterline.server.monitor;

import java.util.Locale;
import org.shutterline.protocol.message.Code;
import org.shutterline.server.net.Meaning;

/** A meaning in the words of the wire contract, for a table that is saved: the same in every language. */
final class MeaningText {
    private MeaningText() {}

    /** {@code trigger[station=1, ...]}, {@code refused 12 station offline}, {@code taken 1042}, {@code OK 1042}. */
    static String of(Meaning meaning) {
        if (meaning instanceof Meaning.Wanted wanted) {
            String words = wanted.command().toString();
            return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
        }
        if (meaning instanceof Meaning.Refused refused) {
            Code code = refused.code();
            return "refused " + code.digits() + " " + code.text();
        }
        if (meaning instanceof Meaning.Judged judged) {
            return judged.result().verdict() + " " + judged.result().id();
        }
        if (meaning instanceof Meaning.Stands stands) {
            return stands.status().state().name();
        }
        return meaning instanceof Meaning.Taken taken ? "taken " + taken.id() : "done";
    }
}
