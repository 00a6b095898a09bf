package org.shutterline.protocol.dialect.omron;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A command and its parameters, as blanks part them.
 *
 * @param name in upper case
 */
record OmronWords(String name, List<String> parameters) {
    static OmronWords of(String line) {
        String[] all = line.strip().split(" +");
        return new OmronWords(
                all[0].toUpperCase(Locale.ROOT), Arrays.stream(all).skip(1).toList());
    }

    /** With the parameters as blanks or commas part them. */
    OmronWords partedByCommas() {
        return parameters.isEmpty()
                ? this
                : new OmronWords(name, List.of(String.join(" ", parameters).split(" ?, ?| ", -1)));
    }

    int count() {
        return parameters.size();
    }

    String get(int index) {
        return parameters.get(index);
    }

    /** The only parameter is this one, in any case. */
    boolean isOnly(String parameter) {
        return parameters.size() == 1 && parameters.get(0).equalsIgnoreCase(parameter);
    }
}
