package org.shutterline.protocol.dialect.plain;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.shutterline.protocol.message.Value;

/** Writes a value as the members {@code value} and, if it was measured, {@code kind}. */
final class JsonValue implements Value.Handler<JsonValue.Member> {
    static final String NUMBER = "number";
    static final String TEXT = "text";
    static final String YES_NO = "yesno";

    private final JsonGenerator json;

    JsonValue(JsonGenerator json) {
        this.json = json;
    }

    /** What is left to do. */
    @FunctionalInterface
    interface Member {
        void write() throws IOException;
    }

    @Override
    public Member decimal(Value.Decimal decimal) {
        return () -> {
            json.writeFieldName("value");
            json.writeNumber(Numbers.fixed(decimal.number(), decimal.decimals()));
            json.writeStringField("kind", NUMBER);
        };
    }

    @Override
    public Member text(Value.Text text) {
        return () -> {
            json.writeStringField("value", text.text());
            json.writeStringField("kind", TEXT);
        };
    }

    @Override
    public Member yesNo(Value.YesNo yesNo) {
        return () -> {
            json.writeNumberField("value", yesNo.yes() ? 1 : 0);
            json.writeStringField("kind", YES_NO);
        };
    }

    @Override
    public Member missing(Value.Missing missing) {
        return () -> json.writeNullField("value");
    }
}
