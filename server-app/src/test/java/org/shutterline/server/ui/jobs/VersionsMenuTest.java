package org.shutterline.server.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.swing.JLabel;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import org.junit.jupiter.api.Test;
import org.shutterline.server.editor.VersionRow;
import org.shutterline.server.ui.Permits;
import org.shutterline.server.ui.Times;

final class VersionsMenuTest {
    private final List<Integer> wanted = new ArrayList<>();

    private JPopupMenu menu(int versions) {
        List<VersionRow> all = IntStream.iterate(versions, number -> number - 1)
                .limit(versions)
                .mapToObj(number ->
                        new VersionRow(number, Integer.toString(number), Instant.EPOCH, "window", "", Optional.empty()))
                .toList();
        return new VersionsMenu(all, Permits.at(new JLabel()), wanted::add).popup();
    }

    private static Stream<JMenuItem> items(JPopupMenu menu) {
        return Stream.of(menu.getComponents())
                .map(JMenuItem.class::cast)
                .flatMap(item -> item instanceof JMenu older ? items(older.getPopupMenu()) : Stream.of(item));
    }

    @Test
    void aHundredVersionsAreAllThereAndNoMenuIsLong() {
        JPopupMenu menu = menu(100);

        assertThat(menu.getComponentCount()).isLessThanOrEqualTo(20);
        assertThat(menu.getComponents())
                .filteredOn(JMenu.class::isInstance)
                .isNotEmpty()
                .allSatisfy(
                        older -> assertThat(((JMenu) older).getItemCount()).isLessThanOrEqualTo(VersionsMenu.TOGETHER));
        assertThat(items(menu).map(JMenuItem::getName))
                .hasSize(100)
                .doesNotHaveDuplicates()
                .startsWith("version.100", "version.99")
                .endsWith("version.1");
    }

    @Test
    void thePresentOneSaysWhoMadeItAndWhoChoseItLater() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        Instant made = Instant.EPOCH;
        Instant since = made.plusSeconds(3600);
        VersionRow back = new VersionRow(
                1, "a", made, "wire", "", Optional.of(new VersionRow.Chosen(since, "window", "back to 1")));
        JPopupMenu menu = new VersionsMenu(List.of(back), Permits.at(new JLabel()), wanted::add).popup();

        assertThat(items(menu).map(JMenuItem::getText))
                .containsExactly("1   " + Times.day(made) + "   over the wire, present since " + Times.day(since)
                        + "   by this window");
    }

    @Test
    void theNewestCannotBeGoneBackToAndTheOldestCan() {
        List<JMenuItem> all = items(menu(40)).toList();

        assertThat(all.get(0).isEnabled()).isFalse();
        all.get(39).doClick(0);
        assertThat(wanted).containsExactly(1);
    }
}
