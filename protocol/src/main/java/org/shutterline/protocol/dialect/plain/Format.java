package org.shutterline.protocol.dialect.plain;

/** How replies and events are written now: from the reply to FORMAT on as it says. Used by the conversation's thread. */
final class Format {
    private final Spelling fields;
    private final Spelling json;
    private Spelling now;

    Format(PlainSettings settings) {
        JsonSpelling spelling = new JsonSpelling(settings.isUtf8());
        this.json = spelling;
        this.fields = new PlainSpelling(settings.charset(), spelling);
        this.now = fields;
    }

    Spelling now() {
        return now;
    }

    Spelling of(boolean asJson) {
        return asJson ? json : fields;
    }

    void change(Spelling spelling) {
        now = spelling;
    }
}
