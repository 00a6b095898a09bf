package org.shutterline.protocol.message;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The least role that each command needs: the one table of it, for every dialect. */
public final class LeastRole {
    private static final Map<Class<? extends Command>, Optional<Role>> TABLE = table();

    private LeastRole() {}

    /**
     * Empty for what everybody may ask for, who has no role yet too.
     *
     * @throws IllegalArgumentException for a command that was forgotten here, which a test finds
     */
    public static Optional<Role> of(Class<? extends Command> kind) {
        Optional<Role> role = TABLE.get(kind);
        if (role == null) {
            throw new IllegalArgumentException("no least role is set for " + kind.getSimpleName());
        }
        return role;
    }

    private static Map<Class<? extends Command>, Optional<Role>> table() {
        Map<Class<? extends Command>, Optional<Role>> table = new HashMap<>();
        table.put(Command.LogIn.class, Optional.empty());
        table.put(Command.LogInHere.class, Optional.empty());
        table.put(Command.Trigger.class, Optional.of(Role.TRIGGER));
        table.put(Command.TriggerAll.class, Optional.of(Role.TRIGGER));
        table.put(Command.AskStatus.class, Optional.of(Role.VIEW));
        table.put(Command.LastResult.class, Optional.of(Role.VIEW));
        table.put(Command.FindResult.class, Optional.of(Role.VIEW));
        table.put(Command.ResultsSince.class, Optional.of(Role.VIEW));
        table.put(Command.FetchPicture.class, Optional.of(Role.VIEW));
        table.put(Command.FetchDetail.class, Optional.of(Role.VIEW));
        table.put(Command.StartLive.class, Optional.of(Role.VIEW));
        table.put(Command.StopLive.class, Optional.of(Role.VIEW));
        table.put(Command.Subscribe.class, Optional.of(Role.VIEW));
        table.put(Command.Unsubscribe.class, Optional.of(Role.VIEW));
        table.put(Command.AskTimes.class, Optional.of(Role.VIEW));
        table.put(Command.AskHealth.class, Optional.of(Role.VIEW));
        table.put(Command.AskJob.class, Optional.of(Role.VIEW));
        table.put(Command.ChangeJob.class, Optional.of(Role.OPERATE));
        table.put(Command.ListJobs.class, Optional.of(Role.VIEW));
        table.put(Command.ListStations.class, Optional.of(Role.VIEW));
        table.put(Command.GoOnline.class, Optional.of(Role.OPERATE));
        table.put(Command.GoOffline.class, Optional.of(Role.OPERATE));
        table.put(Command.ResetCounters.class, Optional.of(Role.OPERATE));
        table.put(Command.GetParameter.class, Optional.of(Role.VIEW));
        table.put(Command.SetParameter.class, Optional.of(Role.ADMIN));
        return Map.copyOf(table);
    }
}
