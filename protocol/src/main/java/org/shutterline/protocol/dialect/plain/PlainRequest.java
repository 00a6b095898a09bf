package org.shutterline.protocol.dialect.plain;

import java.util.List;
import java.util.Optional;

/**
 * One request as it was read, not yet checked for sense.
 *
 * @param verb in upper case
 * @param station the digits as sent; empty if there are none
 * @param tag without its {@code #}
 * @param fields what follows the first field, unquoted and unescaped
 */
record PlainRequest(String verb, String station, Optional<String> tag, List<String> fields) {
    /** The first field as a reply repeats it. */
    String echo() {
        return tag.map(text -> verb + station + "#" + text).orElseGet(() -> verb + station);
    }

    /** 0 to 99; 0 if no station is named. */
    int stationNumber() {
        return station.isEmpty() ? 0 : Integer.parseInt(station);
    }
}
