package org.shutterline.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.event.ActionEvent;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class FilmstripTest {
    private final Filmstrip film = new Filmstrip();
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void showTheLastResults() {
        Words.speak(Locale.ENGLISH);
        film.onChoice(id -> told.add("choose " + id));
        film.onNewest(() -> told.add("newest"));
        film.show(Samples.film(50, 1042));
        film.setSize(1052, 148);
        Gallery.layOut(film);
    }

    @Test
    void tellsWhichOlderResultWasClicked() {
        click(300);
        assertThat(told).containsExactly("choose 1040");
    }

    @Test
    void tellsTheNewestWhenItIsClicked() {
        click(10);
        assertThat(told).containsExactly("newest");
    }

    @Test
    void offersTheWayBackWhileNewOnesArrive() {
        assertThat(newOnes().isVisible()).isFalse();
        click(300);
        film.show(Samples.film(50, 1044));
        assertThat(newOnes().isVisible()).isTrue();
        assertThat(newOnes().getText()).isEqualTo("2 new");
        newOnes().doClick(0);
        assertThat(newOnes().isVisible()).isFalse();
        assertThat(told).containsExactly("choose 1040", "newest");
    }

    @Test
    void doesNotMoveTheViewWhileAnOlderOneIsChosen() {
        click(300);
        Gallery.layOut(film);
        film.show(Samples.film(50, 1044));
        told.clear();
        click(300);
        assertThat(told).containsExactly("choose 1040");
    }

    @Test
    void staysAtTheFrontWhenOneIsChosenAfterManyCame() {
        click(300);
        film.follow();
        film.show(Samples.film(50, 1060));
        told.clear();
        click(300);
        click(300);
        assertThat(told).containsExactly("choose 1058", "choose 1058");
    }

    @Test
    void goesAlongTheFilmByKeyboard() {
        key("RIGHT");
        key("RIGHT");
        key("LEFT");
        key("ctrl RIGHT");
        key("HOME");
        assertThat(told).containsExactly("choose 1041", "choose 1040", "choose 1041", "choose 1037", "newest");
    }

    private void click(int x) {
        JComponent frames = frames();
        frames.dispatchEvent(
                new MouseEvent(frames, MouseEvent.MOUSE_PRESSED, 0, 0, x, 30, 1, false, MouseEvent.BUTTON1));
    }

    private void key(String stroke) {
        JComponent frames = frames();
        Object action = frames.getInputMap(JComponent.WHEN_FOCUSED).get(KeyStroke.getKeyStroke(stroke));
        frames.getActionMap().get(action).actionPerformed(new ActionEvent(frames, 0, ""));
    }

    private FilmFrames frames() {
        return part(FilmFrames.class);
    }

    private JButton newOnes() {
        return part(JButton.class);
    }

    private <C extends Component> C part(Class<C> kind) {
        Stream<Component> parts = Arrays.stream(film.getComponents());
        return parts.filter(kind::isInstance).map(kind::cast).findFirst().orElseThrow();
    }
}
