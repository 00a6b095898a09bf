package org.shutterline.server.spi.program;

/** What a foreign program wrote, made fit for a log and for a reason that people read. */
final class Plain {
    private Plain() {}

    /** One line of at most so many characters; what is no letter, digit, sign or blank becomes a question mark. */
    static String text(String raw, int longest) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < raw.length() && plain.length() < longest; i++) {
            char c = raw.charAt(i);
            boolean odd = Character.isISOControl(c)
                    || !Character.isDefined(c)
                    || Character.isSurrogate(c)
                    || Character.getType(c) == Character.FORMAT;
            plain.append(c == '\t' ? ' ' : odd ? '?' : c);
        }
        return raw.length() > longest ? plain + "..." : plain.toString();
    }
}
