package org.shutterline.server.tool;

import com.google.zxing.BarcodeFormat;
import java.util.Optional;

/** The kinds of codes that can be read. */
enum Symbology {
    QR(BarcodeFormat.QR_CODE),
    DATAMATRIX(BarcodeFormat.DATA_MATRIX),
    EAN13(BarcodeFormat.EAN_13),
    EAN8(BarcodeFormat.EAN_8),
    UPCA(BarcodeFormat.UPC_A),
    UPCE(BarcodeFormat.UPC_E),
    CODE128(BarcodeFormat.CODE_128),
    CODE39(BarcodeFormat.CODE_39);

    private final BarcodeFormat format;

    Symbology(BarcodeFormat format) {
        this.format = format;
    }

    BarcodeFormat format() {
        return format;
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
