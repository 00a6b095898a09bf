package org.shutterline.client.language;

import java.util.Set;
import java.util.function.Supplier;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.spi.ClientConversation;

/**
 * A dialect as the client speaks it, with its settings. Immutable.
 *
 * @param id of the dialect
 * @param abilities what can be said in it
 * @param conversations a new one for each connection
 * @param encrypted whether it is spoken over TLS
 */
public record Language(
        String id, Set<Ability> abilities, Supplier<ClientConversation> conversations, boolean encrypted) {
    public Language {
        abilities = Set.copyOf(abilities);
    }

    /** The same, spoken by somebody who logs in. */
    public Language as(Command.LogIn who) {
        Supplier<ClientConversation> loggingIn = () -> {
            ClientConversation conversation = conversations.get();
            conversation.logsIn(who);
            return conversation;
        };
        return new Language(id, abilities, loggingIn, encrypted);
    }

    public boolean can(Ability ability) {
        return abilities.contains(ability);
    }

    /** Whether the station numbers its results, counts them and tells how it stands by itself, as only ours do. */
    public boolean isOurs() {
        return can(Ability.PAST);
    }
}
