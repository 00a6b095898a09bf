package org.shutterline.server.ui.jobs;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import org.shutterline.server.access.Act;
import org.shutterline.server.editor.VersionRow;
import org.shutterline.server.ui.Permits;
import org.shutterline.server.ui.Times;
import org.shutterline.server.ui.UiWords;

/** The versions of a job, the present one and then the newest first; the older ones in menus of their own, for a hundred would not fit on the screen. */
final class VersionsMenu {
    static final int NEWEST = 12;
    static final int TOGETHER = 20;

    private static final Pattern BACK = Pattern.compile("back to (\\d+)");

    private final List<VersionRow> all;
    private final Permits permits;
    private final IntConsumer goBack;

    /** @param goBack told the number of a version that is chosen */
    VersionsMenu(List<VersionRow> all, Permits permits, IntConsumer goBack) {
        this.all = all;
        this.permits = permits;
        this.goBack = goBack;
    }

    JPopupMenu popup() {
        JPopupMenu menu = new JPopupMenu();
        for (int i = 0; i < Math.min(NEWEST, all.size()); i++) {
            menu.add(item(i));
        }
        for (int from = NEWEST; from < all.size(); from += TOGETHER) {
            menu.add(older(from, Math.min(from + TOGETHER, all.size())));
        }
        return menu;
    }

    private JMenu older(int from, int to) {
        JMenu menu = new JMenu(UiWords.text(
                "jobs.versionsOf", all.get(from).number(), all.get(to - 1).number()));
        for (int i = from; i < to; i++) {
            menu.add(item(i));
        }
        return menu;
    }

    /** What a person wrote stays; that it was gone back to is said in the language of the window. */
    private static String note(String note) {
        Matcher back = BACK.matcher(note);
        return back.matches() ? UiWords.text("jobs.backTo", back.group(1)) : note;
    }

    private static String line(VersionRow version) {
        String made = UiWords.text(
                "jobs.version",
                version.number(),
                Times.day(version.saved()),
                UiWords.text("jobs.by." + version.by()),
                note(version.note()));
        return version.chosen().map(chosen -> made.strip() + line(chosen)).orElse(made);
    }

    /** That it is back at this number is said by the words before. */
    private static String line(VersionRow.Chosen chosen) {
        String note = BACK.matcher(chosen.note()).matches() ? "" : chosen.note();
        return UiWords.text(
                        "jobs.versionSince", Times.day(chosen.since()), UiWords.text("jobs.by." + chosen.by()), note)
                .stripTrailing();
    }

    private JMenuItem item(int index) {
        VersionRow version = all.get(index);
        JMenuItem item = new JMenuItem(line(version));
        item.setName("version." + version.number());
        item.setEnabled(index > 0);
        permits.shut(item, Act.EDIT);
        item.addActionListener(chosen -> goBack.accept(version.number()));
        return item;
    }
}
