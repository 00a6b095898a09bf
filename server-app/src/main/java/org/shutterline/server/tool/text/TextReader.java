package org.shutterline.server.tool.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.tesseract.ETEXT_DESC;
import org.bytedeco.tesseract.FileReader;
import org.bytedeco.tesseract.StringVector;
import org.bytedeco.tesseract.TessBaseAPI;
import org.opencv.core.Mat;
import org.shutterline.server.spi.ToolException;

/** One Tesseract with its trained data, some 30 MB outside the heap. Used by one thread. */
final class TextReader implements AutoCloseable {
    private static final String TRAINED = "/tessdata/eng.traineddata";
    private static final int LINES_BY_NEURAL_NET = 1;

    /** What it takes letters of the height that {@link Print} brings them to for; without it, it guesses and complains. */
    private static final int RESOLUTION_DPI = 300;

    private final TessBaseAPI tesseract;
    private boolean open = true;

    private TextReader(TessBaseAPI tesseract) {
        this.tesseract = tesseract;
    }

    /**
     * Loads the library, once, and the trained data.
     *
     * @param whitelist the only characters that can be; empty for all
     * @throws IOException if there is no library for this machine or no trained data; the message is for a technician
     */
    static TextReader open(Layout layout, String whitelist) throws IOException {
        TessBaseAPI tesseract;
        try {
            tesseract = new TessBaseAPI();
        } catch (LinkageError missing) {
            throw new IOException(
                    "the library that reads text is missing for this machine (" + System.getProperty("os.name") + ", "
                            + System.getProperty("os.arch") + ")",
                    missing);
        }
        TextReader reader = new TextReader(tesseract);
        try {
            reader.learn();
            tesseract.SetPageSegMode(layout.segmentation());
            tesseract.SetVariable("tessedit_char_whitelist", whitelist);
            return reader;
        } catch (IOException untrained) {
            reader.close();
            throw untrained;
        }
    }

    /** Lot numbers are no words of a language, so the dictionaries would only mislead. */
    private void learn() throws IOException {
        byte[] trained = trained();
        try (BytePointer data = new BytePointer(trained);
                BytePointer language = new BytePointer("eng");
                StringVector keys = new StringVector("load_system_dawg", "load_freq_dawg", "debug_file");
                StringVector values = new StringVector("0", "0", nowhere())) {
            int failed = tesseract.Init(
                    data,
                    trained.length,
                    language,
                    LINES_BY_NEURAL_NET,
                    (BytePointer) null,
                    0,
                    keys,
                    values,
                    false,
                    (FileReader) null);
            if (failed != 0) {
                throw new IOException("the trained data of the text reader cannot be used");
            }
        }
    }

    private static byte[] trained() throws IOException {
        try (InputStream in = TextReader.class.getResourceAsStream(TRAINED)) {
            if (in == null) {
                throw new IOException("the trained data of the text reader is missing");
            }
            return in.readAllBytes();
        }
    }

    /** It writes remarks to the error stream else. */
    private static String nowhere() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows") ? "nul" : "/dev/null";
    }

    /**
     * Reads dark letters on light ground.
     *
     * @param nanosLeft after which it gives up at the next line
     * @throws ToolException if the time did not do
     */
    ReadText read(Mat grey, long nanosLeft) throws ToolException {
        byte[] levels = new byte[grey.rows() * grey.cols()];
        grey.get(0, 0, levels);
        tesseract.SetImage(levels, grey.cols(), grey.rows(), 1, grey.cols());
        tesseract.SetSourceResolution(RESOLUTION_DPI);
        try (ETEXT_DESC watch = new ETEXT_DESC()) {
            watch.set_deadline_msecs((int) Math.max(1, Math.min(Integer.MAX_VALUE / 2, nanosLeft / 1_000_000)));
            int failed = tesseract.Recognize(watch);
            if (failed != 0 || watch.deadline_exceeded()) {
                throw new ToolException("no time to read the text");
            }
            return result();
        } finally {
            tesseract.Clear();
        }
    }

    private ReadText result() {
        try (BytePointer utf8 = tesseract.GetUTF8Text()) {
            if (utf8 == null || utf8.isNull()) {
                return new ReadText("", 0);
            }
            String text = utf8.getString(java.nio.charset.StandardCharsets.UTF_8);
            return new ReadText(
                    text.strip().replaceAll("\\s+", " "), Math.max(0, Math.min(100, tesseract.MeanTextConf())));
        }
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            tesseract.End();
            tesseract.close();
        }
    }
}
