package org.shutterline.look;

import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the parts of a verdict banner stand: how large the word can be, and whether the shape fits beside it. */
record BannerLayout(
        int padPx,
        Font wordFont,
        int wordLeftPx,
        int wordBaselinePx,
        int shapePx,
        int shapeTopPx,
        Font reasonFont,
        int reasonLeftPx,
        int reasonBaselinePx,
        int reasonStepPx,
        List<String> reasonLines,
        int ruleTopPx,
        int factsTopPx,
        int heightPx) {

    private static final int MOST_REASON_LINES = 2;

    /** How wide a text is in px. */
    interface Measure {
        int width(String text, Font font);
    }

    /** @param markPx the room that a mark before the reason takes */
    static BannerLayout of(
            String word,
            Optional<String> reason,
            int markPx,
            boolean facts,
            boolean quiet,
            boolean compact,
            int widthPx,
            Measure measure) {
        int pad = compact ? 20 : 28;
        int room = widthPx - 2 * pad;
        Font font = wordFont(word, quiet, compact, room, measure);
        int shape = shapePx(font);
        boolean beside = besidePx(word, font, measure) <= room;
        int cap = (int) Math.round(Brush.capHeight(font));
        int top = compact ? 20 : 26;
        int row = beside ? Math.max(cap, shape) : cap;
        int baseline = top + (row + cap) / 2;
        int y = top + row;

        Font reasonFont = (compact ? Type.REASON_SMALL : Type.REASON).font();
        int small = beside ? shape : 24;
        int reasonLeft = (beside ? pad : pad + small + 10) + markPx;
        List<String> lines = reason.map(words -> wrapped(words, reasonFont, widthPx - pad - reasonLeft, measure))
                .orElse(List.of());
        int step = reasonFont.getSize() + 6;
        int reasonBaseline = y + (compact ? 30 : 36);
        int shapeTop = beside ? top + (row - shape) / 2 : reasonBaseline - 20;
        if (!lines.isEmpty()) {
            y = reasonBaseline + (lines.size() - 1) * step;
        } else if (!beside) {
            y = shapeTop + small;
        }
        int rule = y + (compact ? 12 : 18);
        int factsTop = rule + (compact ? 10 : 12);
        int height = facts ? factsTop + 31 + (compact ? 14 : 18) : y + (compact ? 18 : 26);
        int wordLeft = beside ? pad + shape + gapPx(font) : pad - font.getSize() / 22;
        return new BannerLayout(
                pad,
                font,
                wordLeft,
                baseline,
                small,
                shapeTop,
                reasonFont,
                reasonLeft,
                reasonBaseline,
                step,
                lines,
                rule,
                factsTop,
                height);
    }

    private static Font wordFont(String word, boolean quiet, boolean compact, int room, Measure measure) {
        if (quiet) {
            return Type.CAPTURE.font();
        }
        Font large = Type.VERDICT.font();
        boolean fits = besidePx(word, large, measure) <= room;
        return compact || !fits ? Type.VERDICT_SMALL.font() : large;
    }

    private static int besidePx(String word, Font font, Measure measure) {
        return shapePx(font) + gapPx(font) + measure.width(word, font) + 4;
    }

    private static int shapePx(Font font) {
        return Math.round(font.getSize2D() * 0.79f);
    }

    private static int gapPx(Font font) {
        return Math.max(12, Math.round(font.getSize2D() * 0.3f));
    }

    /** At most two lines; the last ends in an ellipsis if there is more. */
    static List<String> wrapped(String text, Font font, int roomPx, Measure measure) {
        List<String> lines = new ArrayList<>();
        String line = "";
        String[] words = text.split(" ");
        for (int i = 0; i < words.length; i++) {
            String longer = line.isEmpty() ? words[i] : line + " " + words[i];
            boolean last = lines.size() == MOST_REASON_LINES - 1;
            if (!last && !line.isEmpty() && measure.width(longer, font) > roomPx) {
                lines.add(line);
                line = words[i];
            } else {
                line = longer;
            }
        }
        lines.add(shortened(line, font, roomPx, measure));
        return List.copyOf(lines);
    }

    private static String shortened(String line, Font font, int roomPx, Measure measure) {
        if (measure.width(line, font) <= roomPx) {
            return line;
        }
        int end = line.length();
        while (end > 0 && measure.width(line.substring(0, end) + "\u2026", font) > roomPx) {
            end--;
        }
        return line.substring(0, end).stripTrailing() + "\u2026";
    }
}
