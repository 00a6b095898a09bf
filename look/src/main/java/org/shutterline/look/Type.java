package org.shutterline.look;

import com.formdev.flatlaf.fonts.inter.FlatInterFont;
import com.formdev.flatlaf.fonts.jetbrains_mono.FlatJetBrainsMonoFont;
import com.formdev.flatlaf.util.FontUtils;
import java.awt.Font;

/** The sizes and weights of all writing, in px at 100 %. */
public enum Type {
    VERDICT(88, Face.BOLD),
    /** The verdict in small windows and for long words; never less. */
    VERDICT_SMALL(64, Face.BOLD),
    CAPTURE(28, Face.SEMIBOLD),
    VALUE(24, Face.SEMIBOLD),
    /** The value in small rows. */
    VALUE_SMALL(20, Face.SEMIBOLD),
    PAGE_TITLE(20, Face.SEMIBOLD),
    REASON(20, Face.SEMIBOLD),
    REASON_SMALL(16, Face.SEMIBOLD),
    BANNER(18, Face.SEMIBOLD),
    STATION(16, Face.SEMIBOLD),
    VALUE_NAME(16, Face.PLAIN),
    CARD_TITLE(15, Face.SEMIBOLD),
    BODY(14, Face.PLAIN),
    BODY_STRONG(14, Face.SEMIBOLD),
    SECOND(13, Face.PLAIN),
    SECOND_STRONG(13, Face.SEMIBOLD),
    CAPTION(12, Face.PLAIN),
    CAPTION_STRONG(12, Face.SEMIBOLD),
    /** The part field. */
    PART(18, Face.MONO_BOLD),
    WIRE(13, Face.MONO),
    /** Line-end tags. */
    TAG(11, Face.MONO_BOLD);

    private enum Face {
        PLAIN,
        SEMIBOLD,
        BOLD,
        MONO,
        MONO_BOLD
    }

    private final int px;
    private final Font font;

    Type(int px, Face face) {
        this.px = px;
        // A derived font is no longer the look and feel's own, so that a switch of the theme leaves it alone.
        this.font = composite(face, px).deriveFont((float) px);
    }

    private static Font composite(Face face, int px) {
        FlatInterFont.installLazy();
        FlatJetBrainsMonoFont.installLazy();
        return switch (face) {
            case PLAIN -> FontUtils.getCompositeFont(FlatInterFont.FAMILY, Font.PLAIN, px);
            case SEMIBOLD -> FontUtils.getCompositeFont(FlatInterFont.FAMILY_SEMIBOLD, Font.PLAIN, px);
            case BOLD -> FontUtils.getCompositeFont(FlatInterFont.FAMILY, Font.BOLD, px);
            case MONO -> FontUtils.getCompositeFont(FlatJetBrainsMonoFont.FAMILY, Font.PLAIN, px);
            case MONO_BOLD -> FontUtils.getCompositeFont(FlatJetBrainsMonoFont.FAMILY, Font.BOLD, px);
        };
    }

    /** Whether the fonts of this machine have all letters of a text, as for the name of a language. */
    public static boolean shows(String text) {
        return BODY.font.canDisplayUpTo(text) < 0;
    }

    /** The size at 100 %, in px. */
    public int px() {
        return px;
    }

    public Font font() {
        return font;
    }
}
