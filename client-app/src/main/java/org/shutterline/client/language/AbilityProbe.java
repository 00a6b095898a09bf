package org.shutterline.client.language;

import java.io.ByteArrayOutputStream;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.PictureFormat;
import org.shutterline.protocol.message.PictureView;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.protocol.spi.ClientConversation;
import org.shutterline.protocol.spi.ClientStep;

/**
 * Finds out what can be said in a language: a conversation that is connected to nothing is asked, and what it has no words
 * for it refuses at once.
 */
final class AbilityProbe {
    private static final long TICKET = 1;
    private static final Optional<String> SOME = Optional.of("x");

    private final Supplier<ClientConversation> conversations;
    private final int station;

    AbilityProbe(Supplier<ClientConversation> conversations) {
        this.conversations = conversations;
        this.station = firstStation();
    }

    Set<Ability> abilities() {
        Set<Ability> found = EnumSet.noneOf(Ability.class);
        commands().forEach((ability, command) -> {
            if (isSayable(command)) {
                found.add(ability);
            }
        });
        for (Optional<String> part : List.of(Optional.<String>empty(), SOME)) {
            for (Optional<String> once : List.of(Optional.<String>empty(), SOME)) {
                if (isSayable(trigger(part, once))) {
                    found.add(Ability.TRIGGER);
                    addIf(found, Ability.PART, part.isPresent() && !isSame(part, once, Optional.empty(), once));
                    addIf(found, Ability.ONCE, once.isPresent() && !isSame(part, once, part, Optional.empty()));
                }
            }
        }
        return found;
    }

    private Map<Ability, Command> commands() {
        Map<Ability, Command> commands = new EnumMap<>(Ability.class);
        commands.put(Ability.PAST, new Command.ResultsSince(station, 0, 1));
        commands.put(Ability.SUBSCRIBE, new Command.Subscribe(OptionalInt.of(station)));
        commands.put(Ability.STATUS, new Command.AskStatus(station));
        commands.put(Ability.RESET, new Command.ResetCounters(station));
        commands.put(Ability.PICTURE, new Command.FetchPicture(0, PictureFormat.JPEG, PictureView.SOURCE));
        commands.put(Ability.THUMBNAIL, new Command.FetchPicture(0, PictureFormat.JPEG, PictureView.THUMBNAIL));
        commands.put(Ability.MARKS, new Command.FetchDetail(0));
        commands.put(Ability.LIVE, new Command.StartLive(station, 1));
        commands.put(Ability.JOB, new Command.AskJob(station));
        commands.put(Ability.JOBS, new Command.ListJobs(station));
        commands.put(Ability.CHANGE_JOB, new Command.ChangeJob(station, SOME.orElseThrow()));
        return commands;
    }

    private static void addIf(Set<Ability> found, Ability ability, boolean has) {
        if (has) {
            found.add(ability);
        }
    }

    private int firstStation() {
        for (ClientStep step : conversations.get().ask(TICKET, new Command.ListStations())) {
            if (step instanceof ClientStep.Replied replied && replied.reply() instanceof Reply.Stations known) {
                return known.numbers().get(0);
            }
        }
        return 1;
    }

    private Command trigger(Optional<String> part, Optional<String> once) {
        return new Command.Trigger(station, new TriggerRequest(part, once, Map.of()));
    }

    /** What changes nothing in what is sent is not told. */
    private boolean isSame(
            Optional<String> part, Optional<String> once, Optional<String> otherPart, Optional<String> otherOnce) {
        return said(trigger(part, once)).equals(said(trigger(otherPart, otherOnce)));
    }

    private boolean isSayable(Command command) {
        return conversations.get().ask(TICKET, command).stream().noneMatch(AbilityProbe::isUnsayable);
    }

    private static boolean isUnsayable(ClientStep step) {
        return step instanceof ClientStep.Replied replied
                && replied.reply() instanceof Reply.Refused refused
                && refused.code() == Code.UNKNOWN_COMMAND;
    }

    private String said(Command command) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        for (ClientStep step : conversations.get().ask(TICKET, command)) {
            if (step instanceof ClientStep.Send send) {
                said.writeBytes(send.bytes());
            }
        }
        return said.toString(java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
