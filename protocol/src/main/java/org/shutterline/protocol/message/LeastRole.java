package org.shutterline.protocol.message;

import java.util.HashMap;
import java.util.Map;

/** The least role that each command needs: the one table of it, for every dialect. */
public final class LeastRole {
    private static final Map<Class<? extends Command>, Role> TABLE = table();

    private LeastRole() {}

    /** @throws IllegalArgumentException for a command that was forgotten here, which a test finds */
    public static Role of(Class<? extends Command> kind) {
        Role role = TABLE.get(kind);
        if (role == null) {
            throw new IllegalArgumentException("no least role is set for " + kind.getSimpleName());
        }
        return role;
    }

    private static Map<Class<? extends Command>, Role> table() {
        Map<Class<? extends Command>, Role> table = new HashMap<>();
        table.put(Command.Trigger.class, Role.TRIGGER);
        table.put(Command.TriggerAll.class, Role.TRIGGER);
        table.put(Command.AskStatus.class, Role.VIEW);
        table.put(Command.LastResult.class, Role.VIEW);
        table.put(Command.FindResult.class, Role.VIEW);
        table.put(Command.ResultsSince.class, Role.VIEW);
        table.put(Command.FetchPicture.class, Role.VIEW);
        table.put(Command.FetchDetail.class, Role.VIEW);
        table.put(Command.StartLive.class, Role.VIEW);
        table.put(Command.StopLive.class, Role.VIEW);
        table.put(Command.Subscribe.class, Role.VIEW);
        table.put(Command.Unsubscribe.class, Role.VIEW);
        table.put(Command.AskTimes.class, Role.VIEW);
        table.put(Command.AskHealth.class, Role.VIEW);
        table.put(Command.AskJob.class, Role.VIEW);
        table.put(Command.ChangeJob.class, Role.OPERATE);
        table.put(Command.ListJobs.class, Role.VIEW);
        table.put(Command.ListStations.class, Role.VIEW);
        table.put(Command.GoOnline.class, Role.OPERATE);
        table.put(Command.GoOffline.class, Role.OPERATE);
        table.put(Command.ResetCounters.class, Role.OPERATE);
        table.put(Command.GetParameter.class, Role.VIEW);
        table.put(Command.SetParameter.class, Role.ADMIN);
        return Map.copyOf(table);
    }
}
