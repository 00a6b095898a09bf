package org.shutterline.client.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.event.KeyEvent;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.junit.jupiter.api.Test;

class ScanCatcherTest {
    private final JTextField part = new JTextField();
    private final JTextField address = new JTextField("10.0.3.20");
    private final JPanel elsewhere = new JPanel();
    private final ScanCatcher catcher = new ScanCatcher(new WindowKeys.Target() {
        @Override
        public JTextField partField() {
            return part;
        }

        @Override
        public void capture() {
            captured = part.getText();
        }
    });
    private String captured = "";
    private long nowMs = 1_000;

    /** Types as a person or a scanner would; what is not taken arrives where the focus is. */
    private void type(Component focus, String text, int gapMs) {
        for (char character : text.toCharArray()) {
            nowMs += gapMs;
            KeyEvent event = new KeyEvent(focus, KeyEvent.KEY_TYPED, nowMs, 0, KeyEvent.VK_UNDEFINED, character);
            if (!catcher.take(event, focus) && focus instanceof JTextField field) {
                field.setText(field.getText() + character);
            }
        }
    }

    private boolean enter(Component focus) {
        return catcher.take(new KeyEvent(focus, KeyEvent.KEY_PRESSED, nowMs + 5, 0, KeyEvent.VK_ENTER, '\n'), focus);
    }

    @Test
    void leadsAScanOutsideFieldsToThePartFieldAndCaptures() {
        type(elsewhere, "SN 000-1", 5);

        assertThat(part.getText()).isEqualTo("SN 000-1");
        assertThat(enter(elsewhere)).isTrue();
        assertThat(captured).isEqualTo("SN 000-1");
    }

    @Test
    void startsAFreshPartWithEachScan() {
        part.setText("left over");
        type(elsewhere, "A1", 5);

        assertThat(part.getText()).isEqualTo("A1");
    }

    @Test
    void takesAScanOutOfAnotherField() {
        type(address, "SN-000124", 5);

        assertThat(address.getText()).isEqualTo("10.0.3.20");
        assertThat(part.getText()).isEqualTo("SN-000124");
        assertThat(enter(address)).isTrue();
        assertThat(captured).isEqualTo("SN-000124");
    }

    @Test
    void leavesAHandThatTypesIntoAnotherFieldAlone() {
        type(address, ":7501 and more", 90);

        assertThat(address.getText()).isEqualTo("10.0.3.20:7501 and more");
        assertThat(part.getText()).isEmpty();
        assertThat(enter(address)).isFalse();
    }

    @Test
    void leavesABlankAloneForCapture() {
        type(elsewhere, " ", 5);

        assertThat(part.getText()).isEmpty();
    }

    @Test
    void takesNoEnterLongAfterAScan() {
        type(elsewhere, "A1", 5);
        nowMs += 2_000;

        assertThat(enter(elsewhere)).isFalse();
        assertThat(captured).isEmpty();
    }
}
