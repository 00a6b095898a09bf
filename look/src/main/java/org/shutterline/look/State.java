package org.shutterline.look;

import java.awt.Color;
import java.util.Locale;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.Verdict;

/** What a lamp, a banner or a mark can say; word, shape and colour of a state always come together. */
public enum State {
    OK(Palette.OK_FILL, Palette.ON_VERDICT, Palette.OK_TEXT, Palette.OK_TINT, Palette.OK_ON_PICTURE),
    NG(Palette.NG_FILL, Palette.ON_VERDICT, Palette.NG_TEXT, Palette.NG_TINT, Palette.NG_ON_PICTURE),
    UNKNOWN(
            Palette.UNKNOWN_FILL,
            Palette.ON_UNKNOWN,
            Palette.UNKNOWN_TEXT,
            Palette.UNKNOWN_TINT,
            Palette.UNKNOWN_ON_PICTURE),
    /** A fault or a warning. */
    FAULT(
            Palette.UNKNOWN_FILL,
            Palette.ON_UNKNOWN,
            Palette.UNKNOWN_TEXT,
            Palette.UNKNOWN_TINT,
            Palette.UNKNOWN_ON_PICTURE),
    /** Offline, no link, old; never a filled shape. */
    OFFLINE(
            Palette.OFFLINE_TEXT,
            Palette.SURFACE,
            Palette.OFFLINE_TEXT,
            Palette.OFFLINE_TINT,
            Palette.OFFLINE_ON_PICTURE),
    /** Busy or live. */
    BUSY(Palette.ACCENT_FILL, Palette.ON_ACCENT, Palette.ACCENT_TEXT, Palette.ACCENT_TINT, Palette.BUSY_ON_PICTURE);

    private final Palette fill;
    private final Palette onFill;
    private final Palette text;
    private final Palette tint;
    private final Palette onPicture;

    State(Palette fill, Palette onFill, Palette text, Palette tint, Palette onPicture) {
        this.fill = fill;
        this.onFill = onFill;
        this.text = text;
        this.tint = tint;
        this.onPicture = onPicture;
    }

    public static State of(Verdict verdict) {
        return switch (verdict) {
            case OK -> OK;
            case NG -> NG;
            case UNKNOWN -> UNKNOWN;
        };
    }

    public static State of(StationState state) {
        return switch (state) {
            case READY -> OK;
            case BUSY -> BUSY;
            case OFFLINE -> OFFLINE;
            case FAULT -> FAULT;
        };
    }

    /** The verdict's own state, or {@link #OFFLINE} when it is no longer the present one. */
    static State of(Verdict verdict, boolean old) {
        return old ? OFFLINE : of(verdict);
    }

    /** Of one value: a warning is told as such, though its verdict is OK. */
    static State of(Measurement value, boolean old) {
        return !old && value.isWarning() ? FAULT : of(value.verdict(), old);
    }

    public Color fill() {
        return fill.colour();
    }

    public Color onFill() {
        return onFill.colour();
    }

    /** For words on a surface or on the state's own tint. */
    public Color text() {
        return text.colour();
    }

    public Color tint() {
        return tint.colour();
    }

    public Color onPicture() {
        return onPicture.colour();
    }

    /** The state in a word, in the language in use. */
    public String word() {
        return LookWords.text("state." + name().toLowerCase(Locale.ROOT));
    }
}
