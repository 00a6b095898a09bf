package org.shutterline.protocol.dialect.plain;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.shutterline.protocol.line.LineEnd;
import org.shutterline.protocol.spi.ServerStep;

/** The text of a line's bytes. */
final class PlainText {
    private final Charset charset;

    PlainText(Charset charset) {
        this.charset = charset;
    }

    /** Empty if the bytes are not of the encoding. */
    Optional<String> strict(byte[] bytes) {
        if (isAscii(bytes)) {
            return Optional.of(new String(bytes, StandardCharsets.ISO_8859_1));
        }
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** For people: what is not of the encoding is shown as a replacement character, passwords not at all. */
    String shown(byte[] bytes) {
        return Secrets.masked(new String(bytes, charset));
    }

    /** For people, too. */
    ServerStep.Remark read(byte[] line, LineEnd end) {
        return ServerStep.Remark.lineRead(line, new String(line, charset), shown(line), end, charset);
    }

    static boolean isBlank(byte[] line) {
        for (byte one : line) {
            if (one != ' ') {
                return false;
            }
        }
        return true;
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }
}
