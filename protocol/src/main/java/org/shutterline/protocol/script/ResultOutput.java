package org.shutterline.protocol.script;

import org.shutterline.protocol.plugin.Setting;

/** Whose results a peer gets as lines that it did not ask for. */
public enum ResultOutput {
    /** None. */
    OFF,
    /** Those that it triggered. */
    OWN,
    /** All of the listener's stations. */
    ALL;

    /** The setting that says which. */
    public static final Setting<ResultOutput> SETTING =
            Setting.choice("resultOutput", ResultOutput.class).byDefault(OWN);
}
