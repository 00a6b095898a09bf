package org.shutterline.server.tool.code;

import com.google.zxing.BarcodeFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shutterline.protocol.plugin.Setting;

/** The kinds of codes that can be read. */
enum Symbology {
    QR(BarcodeFormat.QR_CODE, false, 1),
    DATAMATRIX(BarcodeFormat.DATA_MATRIX, false, 1),
    AZTEC(BarcodeFormat.AZTEC, false, 1),
    PDF417(BarcodeFormat.PDF_417, false, 1),
    EAN13(BarcodeFormat.EAN_13, true, 1),
    EAN8(BarcodeFormat.EAN_8, true, 1),
    UPCA(BarcodeFormat.UPC_A, true, 1),
    UPCE(BarcodeFormat.UPC_E, true, 1),
    CODE128(BarcodeFormat.CODE_128, true, 1),
    CODE39(BarcodeFormat.CODE_39, true, 1),
    CODE93(BarcodeFormat.CODE_93, true, 1),
    ITF(BarcodeFormat.ITF, true, 6),
    CODABAR(BarcodeFormat.CODABAR, true, 4);

    private final BarcodeFormat format;
    private final boolean bars;
    private final int leastLength;

    Symbology(BarcodeFormat format, boolean bars, int leastLength) {
        this.format = format;
        this.bars = bars;
        this.leastLength = leastLength;
    }

    BarcodeFormat format() {
        return format;
    }

    /** Whether it is of bars alone, which have to be crossed by a line. */
    boolean isBars() {
        return bars;
    }

    /** Characters of its shortest text unless the job says otherwise: a part of a longer one may look like a whole one. */
    int leastLength() {
        return leastLength;
    }

    /** Whether nothing but the width of its bars says that it was read right. */
    boolean isUnchecked() {
        return this == ITF || this == CODABAR || this == CODE39;
    }

    /** A list of their names. That one is not among them is said where somebody would look for it. */
    static Setting<List<Symbology>> setting(String key) {
        return Setting.of(key, "a list of " + names() + " (microqr cannot be read)", Symbology::read)
                .as(new Setting.Choices(Arrays.stream(values())
                        .map(symbology -> symbology.name().toLowerCase(Locale.ROOT))
                        .toList()));
    }

    private static String names() {
        return Arrays.stream(values())
                .map(symbology -> symbology.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static Optional<List<Symbology>> read(Object raw) {
        if (!(raw instanceof List<?> list) || list.isEmpty()) {
            return Optional.empty();
        }
        List<Symbology> read = Arrays.stream(values())
                .filter(symbology ->
                        list.stream().anyMatch(item -> symbology.name().equalsIgnoreCase(item.toString())))
                .toList();
        return read.size() == list.size() ? Optional.of(read) : Optional.empty();
    }

    static Optional<Symbology> of(BarcodeFormat format) {
        for (Symbology symbology : values()) {
            if (symbology.format == format) {
                return Optional.of(symbology);
            }
        }
        return Optional.empty();
    }
}
