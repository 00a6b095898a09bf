package org.shutterline.protocol.fuzz;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.spi.Dialect;

/**
 * What the fuzzer wrote, played on one side of a dialect. Most bytes are what the other end sends; those below 8 say what
 * happens in between, and {@link #LITERAL} makes the byte after it one that is sent.
 */
final class Play {
    /** What waits to be sent is sent; more follows in another piece. */
    static final int CUT = 5;

    static final int LITERAL = 14;

    private final Dialect dialect;
    private final Options options;
    private final Pattern good;
    private final Pattern goodHeard;
    private final Pattern writes;

    /**
     * @param good what only a good part may be told by, wherever it stands
     * @param writes what one write of the station's side may be, whole
     */
    Play(Dialect dialect, Map<String, Object> settings, String good, String writes) {
        this(dialect, settings, good, good, writes);
    }

    /** @param goodHeard what must stand somewhere in all that a client heard which calls a part good */
    Play(Dialect dialect, Map<String, Object> settings, String good, String goodHeard, String writes) {
        this.dialect = dialect;
        this.options = Options.checked("fuzz", settings, dialect.settings());
        this.good = Pattern.compile(good, Pattern.MULTILINE);
        this.goodHeard = Pattern.compile(goodHeard);
        this.writes = Pattern.compile(writes, Pattern.DOTALL);
    }

    void station(ByteBuffer input) {
        new ServerPlay(dialect.server(options, Role.ADMIN), good, writes).play(input);
    }

    void client(ByteBuffer input) {
        new ClientPlay(dialect.client(options), goodHeard).play(input);
    }

    /** Text of bytes, one character each. */
    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** The next byte, 0 after the last. */
    static int next(ByteBuffer input) {
        return input.hasRemaining() ? input.get() & 255 : 0;
    }
}
