package org.shutterline.protocol.dialect.keyence;

import java.util.List;

/**
 * A command and its parameters.
 *
 * @param line as it came
 * @param all between commas, the command first
 */
record Words(String line, List<String> all) {
    static Words of(String line) {
        return new Words(line, List.of(line.split(",", -1)));
    }

    String name() {
        return all.get(0);
    }

    /** How many parameters there are. */
    int count() {
        return all.size() - 1;
    }

    /** @param index from 0 */
    String get(int index) {
        return all.get(index + 1);
    }

    /** This parameter and all after it, as they came. */
    String from(int index) {
        return String.join(",", all.subList(index + 1, all.size()));
    }

    /** The command as an error repeats it: what is no printable ASCII is a question mark. */
    String shown(int most) {
        String name = name().replaceAll("[^\\x20-\\x7e]", "?");
        return name.length() > most ? name.substring(0, most) : name;
    }
}
