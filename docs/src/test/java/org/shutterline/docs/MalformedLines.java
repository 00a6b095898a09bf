package org.shutterline.docs;

import java.util.SplittableRandom;

/** Lines that nobody can carry out: a grammar of mistakes, and good lines with a mistake put in. Each has exactly one answer, ER. */
final class MalformedLines {
    private static final String[] VERBS = {
        "T1", "S1", "RESULT", "SINCE1", "IMAGE", "JOB1", "SET1", "HELLO", "TA", "LIVE1"
    };
    private static final String ODD = "\u0001\u0007\u001b\u007f\t";

    private MalformedLines() {}

    static String next(SplittableRandom dice) {
        String line = switch (dice.nextInt(7)) {
            case 0 -> word(dice, 1, 12) + "Q," + word(dice, 0, 30);
            case 1 -> verb(dice) + ",\"" + word(dice, 0, 20);
            case 2 -> verb(dice) + "," + word(dice, 1, 9) + "\"x";
            case 3 -> verb(dice) + odd(dice) + word(dice, 0, 9);
            case 4 -> verb(dice) + "#,x";
            case 5 -> "1" + word(dice, 0, 40);
            default -> verb(dice) + ",\\" + "q" + word(dice, 0, 9);
        };
        return line;
    }

    private static String verb(SplittableRandom dice) {
        return VERBS[dice.nextInt(VERBS.length)];
    }

    private static char odd(SplittableRandom dice) {
        return ODD.charAt(dice.nextInt(ODD.length()));
    }

    private static String word(SplittableRandom dice, int least, int most) {
        StringBuilder word = new StringBuilder();
        int length = dice.nextInt(least, most + 1);
        for (int n = 0; n < length; n++) {
            word.append((char) dice.nextInt('a', 'z' + 1));
        }
        return word.toString();
    }
}
