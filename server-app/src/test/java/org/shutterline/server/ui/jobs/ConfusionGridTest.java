package org.shutterline.server.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JToggleButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Verdict;

final class ConfusionGridTest {
    private final List<Optional<ConfusionGrid.Cell>> filtered = new ArrayList<>();
    private ConfusionGrid grid;

    @BeforeEach
    void make() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        grid = new ConfusionGrid(filtered::add);
        grid.show(Map.of(
                Verdict.OK,
                Map.of(Verdict.OK, 40, Verdict.NG, 2),
                Verdict.NG,
                Map.of(Verdict.NG, 7, Verdict.UNKNOWN, 1)));
    }

    private <C extends Component> C part(Class<C> type, String name) {
        for (Component each : grid.getComponents()) {
            if (name.equals(each.getName())) {
                return type.cast(each);
            }
        }
        throw new AssertionError("there is no " + name);
    }

    private JToggleButton cell(String name) {
        return part(JToggleButton.class, "confusion." + name);
    }

    @Test
    void eachFieldCountsWhatItIsAndHowItWasJudged() {
        assertThat(cell("OK.OK").getText()).isEqualTo("40");
        assertThat(cell("OK.NG").getText()).isEqualTo("2");
        assertThat(cell("NG.UNKNOWN").getText()).isEqualTo("1");
        assertThat(cell("NG.OK").isEnabled()).isFalse();
        assertThat(part(JLabel.class, "confusion.right").getText()).isEqualTo("47 of 50 right");
    }

    @Test
    void aFieldFiltersAndTheSameFieldEndsIt() {
        cell("OK.NG").doClick();
        cell("NG.NG").doClick();
        assertThat(cell("OK.NG").isSelected()).isFalse();
        cell("NG.NG").doClick();

        assertThat(filtered)
                .containsExactly(
                        Optional.of(new ConfusionGrid.Cell(Verdict.OK, Verdict.NG)),
                        Optional.of(new ConfusionGrid.Cell(Verdict.NG, Verdict.NG)),
                        Optional.empty());
    }

    @Test
    void withoutLabelsThereIsNoGrid() {
        grid.show(Map.of());
        assertThat(grid.isVisible()).isFalse();
    }
}
