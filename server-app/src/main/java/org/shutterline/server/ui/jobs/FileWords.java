package org.shutterline.server.ui.jobs;

import java.util.List;
import org.shutterline.look.Retelling;
import org.shutterline.look.Retelling.Form;
import org.shutterline.server.ui.UiWords;

/** Why a file was not taken into a job, in the language of the window; else as it is. */
final class FileWords {
    private static final Retelling SENTENCES = new Retelling(
            FileWords::word,
            List.of(
                    Form.of("large", "(?:more than )?(\\d+) bytes, expected (?:a picture of )?(\\d+) at most"),
                    Form.of("manyPx", "(\\d+ x \\d+) px, expected (\\d+) px at most"),
                    Form.of("program", "is a program, expected .*"),
                    Form.of("noPicture", "is no picture that can be read: .*"),
                    Form.of("memory", "it takes more memory than there is"),
                    Form.of("cut", "is damaged or cut short, expected a whole ONNX model"),
                    Form.of("noModel", "is no ONNX model, expected .*"),
                    Form.of("noFile", "is no file|.* is not there"),
                    Form.of("mayNot", ".* may not be read or written by this program")));

    private FileWords() {}

    static String told(String english) {
        return SENTENCES.of(english).orElse(english);
    }

    private static String word(String key, Object... parts) {
        return UiWords.text("file.refused." + key, parts);
    }
}
