package org.shutterline.look;

import com.formdev.flatlaf.FlatLaf;
import java.awt.Color;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Every colour of the two windows, in both themes. The colours handed out follow the theme while they are in use. */
public enum Palette {
    /** Behind the cards. */
    GROUND(0xEDF0F4, 0x14181D),
    /** Cards, bars, tables. */
    SURFACE(0xFFFFFF, 0x1D2329),
    /** Segmented switches, terminal. */
    SUNKEN(0xF4F6F9, 0x262D35),
    /** Card edges and separators; decoration only. */
    HAIRLINE(0xD3DAE2, 0x38414B),
    /** The edge of fields and buttons. */
    CONTROL_EDGE(0x8793A0, 0x697685),
    TEXT(0x17202B, 0xE8ECF1),
    TEXT_SECOND(0x526070, 0xA3AFBC),
    /** The one filled button of a card. */
    ACCENT_FILL(0x1D5BD1, 0x2F6BE0),
    ON_ACCENT(0xFFFFFF, 0xFFFFFF),
    /** Selection, links, focus, trend line. */
    ACCENT_TEXT(0x1D5BD1, 0x7DACFF),
    /** Behind a selected row or page. */
    ACCENT_TINT(0xE3EDFD, 0x22334F),
    /** Around a picture, so that the eye judges the picture. */
    AROUND_PICTURE(0x262C33, 0x0D1013),

    OK_FILL(0x007A5C, 0x08805F),
    OK_TEXT(0x00704F, 0x45D3A8),
    OK_TINT(0xDDF3EB, 0x14342D),
    OK_ON_PICTURE(0x2CD9A5, 0x2CD9A5),
    NG_FILL(0xC4320F, 0xC93A17),
    NG_TEXT(0xB42A0A, 0xFF8A6B),
    NG_TINT(0xFCE5DF, 0x45201A),
    NG_ON_PICTURE(0xFF5B36, 0xFF5B36),
    UNKNOWN_FILL(0xF2B100, 0xF2B100),
    UNKNOWN_TEXT(0x835200, 0xFFC94A),
    UNKNOWN_TINT(0xFFF1CF, 0x3D3117),
    UNKNOWN_ON_PICTURE(0xFFC53D, 0xFFC53D),
    /** On an OK or NG fill. */
    ON_VERDICT(0xFFFFFF, 0xFFFFFF),
    /** On an UNKNOWN or fault fill. */
    ON_UNKNOWN(0x1E1600, 0x1E1600),
    OFFLINE_TEXT(0x526070, 0xA3AFBC),
    OFFLINE_TINT(0xE9EDF1, 0x262D35),
    OFFLINE_ON_PICTURE(0xB3BEC9, 0xB3BEC9),
    BUSY_ON_PICTURE(0x6FB1FF, 0x6FB1FF),

    /** Behind the words on a picture. */
    CHIP(0x12171C, 0x12171C),
    ON_CHIP(0xF4F7FA, 0xF4F7FA),
    /** Where a tool looks, on a picture. */
    REGION(0xBFD9FF, 0xBFD9FF),
    /** The part of a limit bar outside the limits. */
    TRACK(0xDDE2E8, 0x38414B),
    /** The part of a limit bar between the limits. */
    TRACK_OK(0x8FD3BC, 0x23795F),
    TRACK_OLD(0xA9B4BF, 0x55616D),
    STAGE_1(0x143D94, 0x2453B8),
    STAGE_2(0x4C86EB, 0x5B93F2),
    STAGE_3(0x9CC1F8, 0xA9C9FA),
    STAGE_4(0x64748B, 0x8796A8),
    STAGE_5(0xBCC6D2, 0x4A5766),
    STAGE_6(0x2F3B4B, 0xD3DBE4);

    private final int light;
    private final int dark;
    private final Color live;

    Palette(int light, int dark) {
        this.light = light;
        this.dark = dark;
        this.live = new Live(light, dark);
    }

    /** The colour of the theme in use, looked up each time it paints. */
    public Color colour() {
        return live;
    }

    /** The colour at the given opacity, of the theme in use now. */
    public Color colour(double opacity) {
        return new Color(live.getRed(), live.getGreen(), live.getBlue(), (int) Math.round(255 * opacity));
    }

    Color light() {
        return new Color(light);
    }

    Color dark() {
        return new Color(dark);
    }

    /** The palette as variables of the look and feel: {@code @textSecond} and so on. */
    static Map<String, String> variables(boolean dark) {
        Map<String, String> variables = new TreeMap<>();
        for (Palette token : values()) {
            int rgb = dark ? token.dark : token.light;
            variables.put("@" + camel(token.name()), String.format(Locale.ROOT, "#%06x", rgb));
        }
        return variables;
    }

    private static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.toLowerCase(Locale.ROOT).split("_")) {
            camel.append(camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return camel.toString();
    }

    /** A colour that asks for the theme when it is used, so that nothing has to be coloured again after a switch. */
    private static final class Live extends Color {
        private final int light;
        private final int dark;

        Live(int light, int dark) {
            super(light);
            this.light = light;
            this.dark = dark;
        }

        @Override
        public int getRGB() {
            return 0xFF000000 | (FlatLaf.isLafDark() ? dark : light);
        }
    }
}
