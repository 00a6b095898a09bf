package org.shutterline.server.tool.code;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.ResultPoint;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.decoder.Version;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.shutterline.protocol.message.Point;

/** Where a code lies, from the points at which its reader held on to it. */
final class CodeOutline {
    private CodeOutline() {}

    /** Four corners of a square code, two ends of a bar code, or whatever points there are; may be none. */
    static List<Point> of(Result result) {
        ResultPoint[] found = result.getResultPoints();
        List<Point> points = new ArrayList<>();
        if (found != null) {
            Arrays.stream(found)
                    .filter(Objects::nonNull)
                    .map(point -> new Point(point.getX(), point.getY()))
                    .forEach(points::add);
        }
        return result.getBarcodeFormat() == BarcodeFormat.QR_CODE && points.size() >= 3
                ? square(points.get(0), points.get(1), points.get(2), modules(result))
                : round(points);
    }

    /** In the order in which they lie around their middle. */
    private static List<Point> round(List<Point> points) {
        double middleX = points.stream().mapToDouble(Point::x).average().orElse(0);
        double middleY = points.stream().mapToDouble(Point::y).average().orElse(0);
        return points.size() < 3
                ? points
                : points.stream()
                        .sorted(Comparator.comparingDouble(p -> Math.atan2(p.y() - middleY, p.x() - middleX)))
                        .toList();
    }

    /**
     * The three squares of a QR code sit 3.5 modules inside its corners.
     *
     * @param low centre of the lower left one
     * @param corner centre of the upper left one
     * @param right centre of the upper right one
     */
    private static List<Point> square(Point low, Point corner, Point right, int modules) {
        double beyond = 3.5 / (modules - 7);
        double acrossX = right.x() - corner.x();
        double acrossY = right.y() - corner.y();
        double downX = low.x() - corner.x();
        double downY = low.y() - corner.y();
        List<Point> corners = new ArrayList<>();
        for (double[] at : new double[][] {
            {-beyond, -beyond}, {1 + beyond, -beyond}, {1 + beyond, 1 + beyond}, {-beyond, 1 + beyond}
        }) {
            corners.add(new Point(
                    corner.x() + at[0] * acrossX + at[1] * downX, corner.y() + at[0] * acrossY + at[1] * downY));
        }
        return corners;
    }

    /** Modules of a side, told from how many bytes of data a code of this size and safety holds; 21 if it cannot be told. */
    private static int modules(Result result) {
        Object safety = result.getResultMetadata() == null
                ? null
                : result.getResultMetadata().get(ResultMetadataType.ERROR_CORRECTION_LEVEL);
        if (result.getRawBytes() == null || safety == null) {
            return 21;
        }
        ErrorCorrectionLevel level = ErrorCorrectionLevel.valueOf(safety.toString());
        for (int number = 1; number <= 40; number++) {
            Version version = Version.getVersionForNumber(number);
            if (dataBytes(version, level) == result.getRawBytes().length) {
                return version.getDimensionForVersion();
            }
        }
        return 21;
    }

    private static int dataBytes(Version version, ErrorCorrectionLevel level) {
        return Arrays.stream(version.getECBlocksForLevel(level).getECBlocks())
                .mapToInt(block -> block.getCount() * block.getDataCodewords())
                .sum();
    }
}
