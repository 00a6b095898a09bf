package org.shutterline.server.monitor;

import java.util.List;

/**
 * A flight record that was opened and run again.
 *
 * @param file its name
 * @param usable whether it could be run
 * @param same whether the result was the same
 * @param lines what it is and what differs; why it could not be run
 */
public record Flight(String file, boolean usable, boolean same, List<String> lines) {
    public Flight {
        lines = List.copyOf(lines);
    }
}
