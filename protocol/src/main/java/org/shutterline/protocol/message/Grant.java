package org.shutterline.protocol.message;

/** A verb that settings may add by its name to what a role may do. */
public enum Grant {
    JOB(Command.ChangeJob.class),
    ONLINE(Command.GoOnline.class),
    OFFLINE(Command.GoOffline.class),
    RESET(Command.ResetCounters.class),
    SET(Command.SetParameter.class);

    private final Class<? extends Command> command;

    Grant(Class<? extends Command> command) {
        this.command = command;
    }

    /** What it allows to ask for. */
    public Class<? extends Command> command() {
        return command;
    }
}
