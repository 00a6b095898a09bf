package org.shutterline.server.tool.code;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which codes are read, and which texts are believed.
 *
 * @param minLength characters of the shortest text; empty for what is usual of the symbology
 * @param checkDigit whether the last character of an ITF or a Code 39 must be its check character
 * @param harder whether the harder attempts are made, too
 */
record CodeRules(List<Symbology> symbologies, Optional<Integer> minLength, boolean checkDigit, boolean harder) {
    private static final String CODE39 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%";

    CodeRules {
        symbologies = List.copyOf(symbologies);
    }

    Attempts attempts() {
        boolean bars = symbologies.stream().anyMatch(Symbology::isBars);
        boolean fields = symbologies.stream().anyMatch(symbology -> !symbology.isBars());
        return new Attempts(bars || symbologies.contains(Symbology.PDF417), fields);
    }

    boolean believes(String text, Symbology symbology) {
        return !text.isBlank()
                && text.length() >= minLength.orElse(symbology.leastLength())
                && (!checkDigit || isChecked(text, symbology));
    }

    /** The others carry checks that the library has made. */
    private static boolean isChecked(String text, Symbology symbology) {
        if (!Set.of(Symbology.ITF, Symbology.CODE39).contains(symbology)) {
            return true;
        }
        return symbology == Symbology.ITF ? isModulo10(text) : isModulo43(text);
    }

    /** GS1 General Specifications, 7.9: weights 3 and 1 by turns from the right, the sum a multiple of ten. */
    private static boolean isModulo10(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int fromRight = digits.length() - 1 - i;
            sum += (digits.charAt(i) - '0') * (fromRight % 2 == 0 ? 1 : 3);
        }
        return sum % 10 == 0;
    }

    /** ISO/IEC 16388, annex A: the sum of the values of all characters before it, modulo 43. */
    private static boolean isModulo43(String text) {
        int sum = 0;
        for (int i = 0; i < text.length() - 1; i++) {
            sum += CODE39.indexOf(text.charAt(i));
        }
        return CODE39.charAt(sum % 43) == text.charAt(text.length() - 1);
    }
}
