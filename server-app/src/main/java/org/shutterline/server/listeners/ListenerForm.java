package org.shutterline.server.listeners;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.shutterline.server.settings.SettingView;

/**
 * A listener as it is being set up.
 *
 * @param number counts the forms that were opened
 * @param at where it listens now; empty if it is a new one
 * @param dialect the id of the one that is chosen
 * @param own its place, role and limit, and which dialect it speaks
 * @param settings those of the dialect
 * @param peers how many are connected, and closed if it is changed
 * @param last whether there is no other, so that it cannot be removed
 * @param usable whether nothing must be corrected first
 * @param changed whether something is not as it stands in the settings
 * @param working whether it is being saved or removed
 * @param refused why it was not saved or removed; empty while nothing is wrong, or a setting tells it
 */
public record ListenerForm(
        int number,
        Optional<InetSocketAddress> at,
        String dialect,
        List<SettingView> own,
        List<SettingView> settings,
        Preview preview,
        int peers,
        boolean last,
        boolean usable,
        boolean changed,
        boolean working,
        Optional<String> refused) {

    /** The trouble of the port when somebody else has it. */
    public static final String PORT_TAKEN = "taken";

    /** The trouble of a text with something behind a backslash that stands for nothing. */
    public static final String BAD_ESCAPE = "escape";

    public ListenerForm {
        own = List.copyOf(own);
        settings = List.copyOf(settings);
    }
}
