package org.shutterline.protocol.dialect.plain;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.line.LineEnd;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.protocol.script.LineRules;

/**
 * The settings of the dialect, as both sides use them.
 *
 * @param silenceMs after how many ms of silence waiting bytes are a line; 0 is never
 * @param fixedEnd what every line of ours ends in; empty for the same as the request's
 * @param json whether the client has the server answer in JSON
 */
record PlainSettings(int silenceMs, Charset charset, Optional<LineEnd> fixedEnd, boolean json) {
    static final Setting<Encoding> ENCODING =
            Setting.choice("encoding", Encoding.class).byDefault(Encoding.UTF_8);
    static final Setting<End> END = Setting.choice("lineEnd", End.class).byDefault(End.SAME);
    static final Setting<Format> FORMAT = Setting.choice("format", Format.class).byDefault(Format.JSON);
    static final List<Setting<?>> ALL = List.of(LineRules.SILENCE, ENCODING, END, FORMAT);

    static PlainSettings of(Options options) {
        return new PlainSettings(
                options.get(LineRules.SILENCE),
                options.get(ENCODING).charset,
                options.get(END).end,
                options.get(FORMAT) == Format.JSON);
    }

    boolean isUtf8() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    enum Encoding {
        UTF_8(StandardCharsets.UTF_8),
        ISO_8859_1(StandardCharsets.ISO_8859_1);

        private final Charset charset;

        Encoding(Charset charset) {
            this.charset = charset;
        }
    }

    enum End {
        SAME(Optional.empty()),
        CR(Optional.of(LineEnd.CR)),
        LF(Optional.of(LineEnd.LF)),
        CRLF(Optional.of(LineEnd.CRLF)),
        NUL(Optional.of(LineEnd.NUL));

        private final Optional<LineEnd> end;

        End(Optional<LineEnd> end) {
            this.end = end;
        }
    }

    enum Format {
        FIELDS,
        JSON
    }
}
