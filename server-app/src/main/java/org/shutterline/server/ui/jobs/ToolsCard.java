package org.shutterline.server.ui.jobs;

import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.swing.Action;
import javax.swing.JButton;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Card;
import org.shutterline.look.Icons;
import org.shutterline.look.Reasons;
import org.shutterline.look.State;
import org.shutterline.look.TimeBudgetBar;
import org.shutterline.look.ToolList;
import org.shutterline.look.ToolRow;
import org.shutterline.look.Words;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.editor.EditorActions;
import org.shutterline.server.editor.OpenJob;
import org.shutterline.server.editor.ToolKind;
import org.shutterline.server.editor.ToolView;
import org.shutterline.server.ui.Headline;
import org.shutterline.server.ui.UiWords;
import org.shutterline.server.ui.settings.ToolWords;

/** The tools of the job in the order in which they run, and what they took of the time there is. */
final class ToolsCard extends Card {
    private final EditorActions actions;
    private final ToolList list = new ToolList();
    private final JButton add = Buttons.plain("", Icons.PLUS);
    private final TimeBudgetBar budget = new TimeBudgetBar();
    private List<ToolKind> kinds = List.of();

    ToolsCard(EditorActions actions) {
        super(new MigLayout("insets 12 1 14 1, gapy 8, wrap 1, fill", "[grow, fill]", "[][grow, fill][][]"));
        this.actions = actions;
        JPanel head = new JPanel(new MigLayout("insets 0 14 0 14, fillx", "[][grow, right, 0:pref]"));
        head.setOpaque(false);
        head.add(Headline.card("jobs.tools"));
        head.add(Headline.second("jobs.toolsOrder"), "wmin 0");
        JScrollPane scroll = new JScrollPane(list);
        scroll.setHorizontalScrollBarPolicy(ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setOpaque(false);
        scroll.getViewport().setOpaque(false);
        scroll.getViewport().addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent resized) {
                list.ensureIndexIsVisible(list.getSelectedIndex());
            }
        });
        list.setName("tools");
        add.setName("tools.add");
        add(head, "wmin 0");
        add(scroll, "wmin 0, hmin 60");
        add(add, "gapx 14 14, h 40!, wmin 0");
        add(budget, "gapx 14 14, wmin 0");
        add.addActionListener(pressed -> menu().show(add, 0, add.getHeight() + 4));
        list.menu(this::more);
        list.listener(new ToolList.Listener() {
            @Override
            public void chosen(String tool) {
                actions.choose(tool);
            }

            @Override
            public void renamed(String tool, String title) {
                actions.retitle(tool, title);
            }

            @Override
            public void moved(String tool, int place) {
                actions.move(tool, place);
            }
        });
        Words.follow(this, () -> add.setText(UiWords.text("jobs.addTool")));
    }

    private List<Action> more(String tool) {
        return List.of(
                Deed.of(UiWords.text("jobs.twin"), () -> actions.twin(tool)),
                Deed.of(UiWords.text("jobs.remove"), () -> actions.remove(tool)));
    }

    /** First by what one wants to know, then by kind. */
    private JPopupMenu menu() {
        JPopupMenu menu = new JPopupMenu();
        for (EditorActions.Question question : EditorActions.Question.values()) {
            JMenuItem item = new JMenuItem(UiWords.text("jobs.question." + question));
            item.setName("question." + question);
            item.addActionListener(chosen -> actions.addFor(question));
            menu.add(item);
        }
        menu.addSeparator();
        for (ToolKind kind : kinds) {
            JMenuItem item = new JMenuItem(
                    ToolWords.kind(kind.id(), kind.title()),
                    ToolWords.icon(kind.id()).icon(18));
            item.setName("kind." + kind.id());
            item.addActionListener(chosen -> actions.add(kind.id()));
            menu.add(item);
        }
        return menu;
    }

    void show(OpenJob job, List<ToolKind> known) {
        kinds = known;
        list.show(job.tools().stream().map(ToolsCard::row).toList(), job.chosen());
        OptionalDouble took =
                job.judged().map(now -> OptionalDouble.of(now.ms())).orElse(OptionalDouble.empty());
        OptionalDouble limit =
                job.judged().map(now -> OptionalDouble.of(now.limitMs())).orElse(OptionalDouble.empty());
        budget.show(took, limit);
    }

    private static ToolRow row(ToolView tool) {
        Optional<State> state = tool.trouble().isPresent()
                ? Optional.of(State.UNKNOWN)
                : tool.verdict().map(State::of);
        String value = ToolTrouble.words(tool)
                .orElseGet(() ->
                        tool.verdict().filter(said -> said != Verdict.OK).isPresent()
                                        && tool.told().isEmpty()
                                ? Reasons.told(tool.reason())
                                : tool.told().map(ToolWords::value).orElse(""));
        return new ToolRow(
                tool.id(),
                ToolWords.icon(tool.kind()),
                tool.title(),
                value,
                tool.ms() > 0 ? OptionalDouble.of(tool.ms()) : OptionalDouble.empty(),
                state,
                mark(tool.role()),
                tool.needsLimit() ? UiWords.text("jobs.judgesNothing") : "");
    }

    private static ToolRow.Mark mark(String role) {
        return switch (role) {
            case "optional" -> ToolRow.Mark.OPTIONAL;
            case "informative" -> ToolRow.Mark.INFORMATIVE;
            default -> ToolRow.Mark.REQUIRED;
        };
    }
}
