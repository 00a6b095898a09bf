package org.shutterline.protocol.dialect.plain;

/** Constants by the words that the wire has for them. */
final class JsonNames {
    private JsonNames() {}

    /** In any case. */
    static <E extends Enum<E>> E constant(Class<E> type, String word) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(word)) {
                return constant;
            }
        }
        throw new NotOurs("an unknown word for " + type.getSimpleName());
    }
}
