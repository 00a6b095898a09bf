package org.shutterline.client.language;

import java.util.Set;
import java.util.function.Supplier;
import org.shutterline.protocol.spi.ClientConversation;

/**
 * A dialect as the client speaks it, with its settings. Immutable.
 *
 * @param id of the dialect
 * @param abilities what can be said in it
 * @param conversations a new one for each connection
 */
public record Language(String id, Set<Ability> abilities, Supplier<ClientConversation> conversations) {
    public Language {
        abilities = Set.copyOf(abilities);
    }

    public boolean can(Ability ability) {
        return abilities.contains(ability);
    }

    /** Whether the station numbers its results, counts them and tells how it stands by itself, as only ours do. */
    public boolean isOurs() {
        return can(Ability.PAST);
    }
}
