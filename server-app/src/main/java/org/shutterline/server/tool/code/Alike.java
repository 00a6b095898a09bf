package org.shutterline.server.tool.code;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What texts of one length have in common, place by place. */
final class Alike {
    private Alike() {}

    /** A regular expression that all of them match; empty if they are of different lengths or share no character's kind. */
    static Optional<String> pattern(List<String> texts) {
        int length = texts.get(0).length();
        if (texts.stream().anyMatch(text -> text.length() != length)) {
            return Optional.empty();
        }
        StringBuilder pattern = new StringBuilder();
        boolean tells = false;
        for (int i = 0; i < length; i++) {
            String place = place(texts, i);
            tells |= !place.equals(".");
            pattern.append(place);
        }
        return tells ? Optional.of(pattern.toString()) : Optional.empty();
    }

    private static String place(List<String> texts, int i) {
        List<Character> there =
                texts.stream().map(text -> text.charAt(i)).distinct().toList();
        if (there.size() == 1) {
            char same = there.get(0);
            return same < 128 && Character.isLetterOrDigit(same) ? String.valueOf(same) : Pattern.quote(same + "");
        }
        if (there.stream().allMatch(c -> c >= '0' && c <= '9')) {
            return "[0-9]";
        }
        return there.stream().allMatch(c -> c >= 'A' && c <= 'Z') ? "[A-Z]" : ".";
    }
}
