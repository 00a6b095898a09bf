package org.shutterline.protocol.script;

import java.nio.charset.Charset;
import org.shutterline.protocol.plugin.Setting;

/**
 * How lines are read and written. Option bytes of telnet are never a part of them.
 *
 * @param charset one byte or more a character
 * @param end what each line of ours ends in
 * @param gapMs the least time between two writes of which the later answers nothing that came since the earlier, in ms
 * @param silenceMs after how many ms without a byte what waits is a line; 0 is never
 * @param emptyLines whether an empty line is told
 */
public record LineRules(Charset charset, String end, int gapMs, int silenceMs, boolean emptyLines) {
    /** After how many ms without a byte what waits is a line; 0 is never. */
    public static final Setting<Integer> SILENCE =
            Setting.whole("messageBySilenceMs", 0, 10_000).unit("ms").byDefault(0);
}
