package org.shutterline.server.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ValueFieldTest {
    private final ValueField field = new ValueField("limit");

    private void type(String text) {
        field.setText(text);
        field.postActionEvent();
    }

    @Test
    void whatWasRefusedStaysToBeCorrected() {
        field.onTaken(text -> field.bad(text.equals("abc")));
        field.give("5");
        type("abc");
        field.give("5");
        assertThat(field.getText()).isEqualTo("abc");

        type("6");
        field.give("6");
        assertThat(field.getText()).isEqualTo("6");
        assertThat(field.getClientProperty("JComponent.outline")).isNull();
    }

    @Test
    void anotherValueTakesThePlaceOfWhatWasRefused() {
        field.onTaken(text -> field.bad(true));
        field.give("5");
        type("abc");
        field.give("7");

        assertThat(field.getText()).isEqualTo("7");
        assertThat(field.getClientProperty("JComponent.outline")).isNull();
    }

    @Test
    void whatWasRefusedForOneThingIsForgottenWithIt() {
        field.onTaken(text -> field.bad(true));
        type("abc");
        field.forget();
        field.give("");

        assertThat(field.getText()).isEmpty();
        assertThat(field.getClientProperty("JComponent.outline")).isNull();
    }
}
