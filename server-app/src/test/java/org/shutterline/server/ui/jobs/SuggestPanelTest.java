package org.shutterline.server.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JTextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shutterline.server.editor.ToolView;

final class SuggestPanelTest {
    private static final List<Double> WIDTHS = List.of(10.0, 10.1, 9.9, 10.2, 9.8);

    private final List<Double> taken = new ArrayList<>();
    private SuggestPanel panel;

    @BeforeEach
    void make() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        panel = new SuggestPanel(taken::add);
    }

    private void show(List<Double> good) {
        panel.show(new ToolView.OutputView("width", "mm", 2, false, Map.of(), Optional.empty(), good, good));
    }

    private <C extends Component> C part(Class<C> type, String name) {
        for (Component each : panel.getComponents()) {
            if (name.equals(each.getName())) {
                return type.cast(each);
            }
        }
        throw new AssertionError("there is no " + name);
    }

    private String words(String name) {
        JLabel label = part(JLabel.class, name);
        return label.isVisible() ? label.getText() : "";
    }

    @Test
    void meanSigmaAndTheLimitsAreShownBeforeTheyAreTaken() {
        show(WIDTHS);
        assertThat(words("limits.spread")).isEqualTo("5 good parts: mean 10 mm, sigma 0.16 mm");
        assertThat(words("limits.proposed")).isEqualTo("Limits at 3 sigma: 9.53 to 10.47 mm");

        part(JTextField.class, "sigmas").setText("6");
        assertThat(words("limits.proposed")).isEqualTo("Limits at 6 sigma: 9.05 to 10.95 mm");
        assertThat(taken).isEmpty();

        part(JButton.class, "limits.suggest").doClick();
        assertThat(taken).containsExactly(6.0);
    }

    @Test
    void tooFewGoodPartsAndSigmasThatAreNoneGiveNoLimits() {
        show(List.of());
        assertThat(part(JButton.class, "limits.suggest").isEnabled()).isFalse();
        show(Collections.nCopies(4, 10.0));
        assertThat(words("limits.spread")).isEqualTo("Only 4 good parts were tried, 5 are needed for limits");
        assertThat(words("limits.proposed")).isEmpty();
        assertThat(part(JButton.class, "limits.suggest").isEnabled()).isFalse();
        show(WIDTHS);
        part(JTextField.class, "sigmas").setText("many");
        assertThat(words("limits.proposed")).isEmpty();
        assertThat(part(JButton.class, "limits.suggest").isEnabled()).isFalse();
    }
}
