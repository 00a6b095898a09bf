package org.shutterline.server.simulator;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.spi.AsFields;
import org.shutterline.protocol.spi.ClientConversation;
import org.shutterline.protocol.spi.ClientStep;
import org.shutterline.protocol.spi.Dialect;

/**
 * A dialect as a PLC speaks it.
 *
 * @param id of the dialect
 * @param conversations a new one for each connection
 */
public record PlcLanguage(String id, Supplier<ClientConversation> conversations) {
    private static final long TICKET = 1;

    /**
     * @param place where the settings stand, for messages
     * @param settings as a listener of the dialect has them
     * @throws BadSetting if they cannot be used
     */
    public static PlcLanguage of(Dialect dialect, String place, Map<String, Object> settings) {
        Options options = AsFields.of(dialect, place, settings);
        // settings that contradict each other are told now
        dialect.client(options);
        return new PlcLanguage(dialect.id(), () -> dialect.client(options));
    }

    /** @throws BadSetting if a PLC cannot trigger this station in it */
    void checkTrigger(int station) {
        Command trigger = new Command.Trigger(station, TriggerRequest.PLAIN);
        for (ClientStep step : conversations.get().ask(TICKET, trigger)) {
            if (step instanceof ClientStep.Replied replied && replied.reply() instanceof Reply.Refused refused) {
                throw new BadSetting(
                        id,
                        refused.code() == Code.UNKNOWN_COMMAND
                                ? "expected a dialect that can trigger: " + refused.text()
                                : "station " + station + " cannot be triggered: " + refused.text());
            }
        }
    }

    /** Whether there is a word for the command. */
    boolean can(Command command) {
        return conversations.get().ask(TICKET, command).stream().noneMatch(PlcLanguage::isUnsayable);
    }

    private static boolean isUnsayable(ClientStep step) {
        return step instanceof ClientStep.Replied replied && replied.reply() instanceof Reply.Refused;
    }

    /** The jobs that the settings name, as far as they do. */
    List<String> jobs(int station) {
        for (ClientStep step : conversations.get().ask(TICKET, new Command.ListJobs(station))) {
            if (step instanceof ClientStep.Replied replied && replied.reply() instanceof Reply.Jobs jobs) {
                return jobs.names();
            }
        }
        return List.of();
    }
}
