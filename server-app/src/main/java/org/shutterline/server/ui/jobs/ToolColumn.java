package org.shutterline.server.ui.jobs;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSeparator;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Card;
import org.shutterline.look.Icons;
import org.shutterline.look.ReadingCard;
import org.shutterline.look.Reasons;
import org.shutterline.look.SegmentedSwitch;
import org.shutterline.look.State;
import org.shutterline.look.Type;
import org.shutterline.look.Words;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.editor.EditorActions;
import org.shutterline.server.editor.ToolView;
import org.shutterline.server.settings.SettingView;
import org.shutterline.server.ui.Deck;
import org.shutterline.server.ui.FileQuestion;
import org.shutterline.server.ui.Headline;
import org.shutterline.server.ui.Paragraph;
import org.shutterline.server.ui.ScrollColumn;
import org.shutterline.server.ui.UiWords;
import org.shutterline.server.ui.settings.Numbers;
import org.shutterline.server.ui.settings.SettingRow;
import org.shutterline.server.ui.settings.ToolWords;
import org.shutterline.server.ui.settings.ValueField;

/** All of the chosen tool that can be set. */
final class ToolColumn extends Card {
    private static final int INSET = 15;
    private static final List<String> ROLES = List.of("required", "optional", "informative");

    private final EditorActions actions;
    private final TeachPicture picture;
    private final FilePick files;
    private final Deck deck = new Deck();
    private final JLabel title = new JLabel();
    private final JLabel kind = Headline.changing();
    private final ReadingCard reading = new ReadingCard();
    private final JButton teach = Buttons.accent("", Icons.LOCATE);
    private final JButton teachGood = Buttons.plain("");
    private final JPanel rows = column();
    private final Map<String, SettingRow> settings = new LinkedHashMap<>();
    private final RegionRow region;
    private final JLabel fixtureLabel = Headline.changing();
    private final JComboBox<String> fixture = new JComboBox<>();
    private final JLabel roleLabel = Headline.changing();
    private final SegmentedSwitch role = new SegmentedSwitch("", "", "");
    private final JLabel notFoundLabel = Headline.changing();
    private final SegmentedSwitch notFound = new SegmentedSwitch("", "");
    private final JLabel timeLabel = Headline.changing();
    private final ValueField time = new ValueField("timeLimit");
    private final JLabel isolatedLabel = Headline.changing();
    private final JCheckBox isolated = new JCheckBox();
    private final LimitsPanel limits;
    private final JPanel top = new JPanel(new MigLayout("insets 0, gap 8, fillx", "[grow, 0:pref][]", ""));
    private List<String> fixtures = List.of();
    private Optional<ToolView> shown = Optional.empty();
    private boolean filling;

    ToolColumn(EditorActions actions, TeachPicture picture, FileQuestion files) {
        super(new MigLayout("insets 12 1 12 1, fill", "[grow, fill]", "[grow, fill]"));
        this.actions = actions;
        this.picture = picture;
        this.files = new FilePick(actions, files);
        this.limits = new LimitsPanel(actions);
        this.region = new RegionRow(picture);
        ScrollColumn column = new ScrollColumn(new MigLayout(
                "insets 0 " + INSET + " 8 " + INSET + ", gapy 8, wrap 1, fillx, hidemode 3", "[grow, fill]", ""));
        title.setFont(Type.CARD_TITLE.font());
        top.setOpaque(false);
        top.add(title, "wmin 0");
        top.add(kind, "wmin 0");
        column.add(top, "wmin 0");
        column.add(reading, "wmin 0");
        JPanel teaching = new JPanel(new MigLayout("insets 0, gap 8, fillx, wrap 1, hidemode 3", "[grow, fill]", ""));
        teaching.setOpaque(false);
        teaching.add(teach, "wmin 0");
        teaching.add(teachGood, "wmin 0");
        column.add(teaching, "wmin 0");
        column.add(region, "wmin 0");
        column.add(rows, "wmin 0");
        JPanel placeOfLimits = StayingFoot.place();
        column.add(placeOfLimits, "wmin 0");
        column.add(new JSeparator());
        column.add(common(), "wmin 0");
        JPanel none = new JPanel(new MigLayout("insets 0 16 0 16, fillx", "[grow, fill]"));
        none.setOpaque(false);
        Paragraph words = new Paragraph(Type.BODY);
        Words.follow(words, () -> words.setText(UiWords.text("jobs.noTool")));
        none.add(words, "wmin 0");
        deck.with("none", none);
        deck.with("tool", new StayingFoot(column, placeOfLimits, limits, INSET));
        add(deck, "wmin 0, hmin 0");
        wire();
        Words.follow(this, this::label);
    }

    private static JPanel column() {
        JPanel column = new JPanel(new MigLayout("insets 0, gapy 6, wrap 1, fillx, hidemode 3", "[grow, fill]", ""));
        column.setOpaque(false);
        return column;
    }

    private JPanel common() {
        JPanel all = new JPanel(new MigLayout("insets 0, gap 8 6, fillx, wrap 2", "[132!][grow, fill]", ""));
        all.setOpaque(false);
        fixture.setName("fixture");
        role.setName("role");
        notFound.setName("notFound");
        all.add(fixtureLabel, "wmin 0");
        all.add(fixture, "h 34!, wmin 60");
        all.add(roleLabel, "wmin 0");
        all.add(role, "wmin 0");
        all.add(notFoundLabel, "wmin 0");
        all.add(notFound, "wmin 0");
        all.add(timeLabel, "wmin 0");
        all.add(time, "h 34!, wmin 60");
        isolated.setName("isolated");
        isolated.setOpaque(false);
        all.add(isolatedLabel, "wmin 0");
        all.add(isolated, "h 34!, wmin 0");
        return all;
    }

    private void wire() {
        teach.setName("teach");
        teachGood.setName("teachGood");
        teach.addActionListener(pressed -> shown.ifPresent(tool -> {
            if (tool.needsDrawing()) {
                picture.drawLesson();
            } else {
                actions.teach(tool.id(), Optional.empty(), EditorActions.Lessons.THIS_PICTURE);
            }
        }));
        teachGood.addActionListener(pressed ->
                shown.ifPresent(tool -> actions.teach(tool.id(), Optional.empty(), EditorActions.Lessons.GOOD_ONES)));
        fixture.addActionListener(chosen -> {
            if (!filling) {
                int index = fixture.getSelectedIndex();
                shown.ifPresent(tool -> actions.fixture(
                        tool.id(), index <= 0 ? Optional.empty() : Optional.of(fixtures.get(index - 1))));
            }
        });
        role.onChoice(index -> shown.ifPresent(tool -> actions.role(tool.id(), ROLES.get(index))));
        notFound.onChoice(
                index -> shown.ifPresent(tool -> actions.whenNotFound(tool.id(), index == 0 ? "NG" : "UNKNOWN")));
        time.steps(1, 1, 600_000, "ms", () -> "1000");
        isolated.addActionListener(
                pressed -> shown.ifPresent(tool -> actions.isolate(tool.id(), isolated.isSelected())));
        time.onTaken(text -> {
            Optional<Double> ms = Numbers.read(text).filter(number -> number >= 1 && number <= 600_000);
            time.bad(ms.isEmpty());
            ms.ifPresent(number -> shown.ifPresent(tool -> actions.timeLimit(tool.id(), number.intValue())));
        });
    }

    private void label() {
        fixtureLabel.setText(UiWords.text("jobs.movesWith"));
        roleLabel.setText(UiWords.text("jobs.role"));
        role.label(
                UiWords.text("jobs.role.required"),
                UiWords.text("jobs.role.optional"),
                UiWords.text("jobs.role.informative"));
        notFoundLabel.setText(UiWords.text("jobs.notFound"));
        notFound.label("NG", UiWords.text("jobs.unknown"));
        timeLabel.setText(UiWords.text("jobs.timeLimit"));
        isolatedLabel.setText(UiWords.text("jobs.isolated"));
        isolated.setText(UiWords.text("jobs.isolatedYes"));
        isolated.setToolTipText(UiWords.text("jobs.isolatedHint"));
        teachGood.setText(UiWords.text("jobs.teachGood"));
        teachGood.setToolTipText(UiWords.text("jobs.teachGoodHint"));
        fixtures = List.of();
        shown.ifPresent(tool -> {
            clearRows();
            show(Optional.of(tool));
        });
    }

    void show(Optional<ToolView> tool) {
        deck.show(tool.isPresent() ? "tool" : "none");
        tool.ifPresent(this::show);
    }

    private void show(ToolView tool) {
        boolean another = shown.filter(
                        before -> before.id().equals(tool.id()) && before.kind().equals(tool.kind()))
                .isEmpty();
        shown = Optional.of(tool);
        title.setText(tool.title());
        title.setToolTipText(UiWords.text("jobs.idOf", tool.title(), tool.id()));
        kind.setText(ToolWords.kind(tool.kind(), tool.kindTitle()));
        reading(tool);
        teach.setVisible(tool.canTeach());
        teach.setText(UiWords.text(tool.needsDrawing() ? "jobs.teachDraw" : "jobs.teachThis"));
        teachGood.setVisible(tool.canTeach());
        if (another) {
            clearRows();
            time.forget();
        }
        region.show(tool);
        tool.settings().forEach(setting -> settingRow(tool, setting));
        common(tool);
        limits.show(tool);
        if (another) {
            revalidate();
            repaint();
            top.scrollRectToVisible(new Rectangle(0, 0, 1, 1));
        }
    }

    private void reading(ToolView tool) {
        if (tool.verdict().isEmpty() && tool.trouble().isEmpty()) {
            reading.showNothing();
            return;
        }
        Optional<Measurement> told = tool.trouble().isPresent() ? Optional.empty() : tool.told();
        reading.show(
                state(tool),
                told.map(ToolWords::number).orElse(""),
                told.map(Measurement::unit).orElse(""),
                tool.ms() > 0 ? OptionalDouble.of(tool.ms()) : OptionalDouble.empty(),
                why(tool));
    }

    private static String why(ToolView tool) {
        return ToolTrouble.words(tool)
                .orElse(tool.needsLimit() ? UiWords.text("jobs.judgesNothingWhy") : Reasons.told(tool.reason()));
    }

    private static State state(ToolView tool) {
        if (tool.trouble().isPresent()) {
            return State.UNKNOWN;
        }
        return tool.needsLimit() ? State.FAULT : State.of(tool.verdict().orElseThrow());
    }

    private void clearRows() {
        rows.removeAll();
        settings.clear();
    }

    private void settingRow(ToolView tool, SettingView setting) {
        if (tool.region().filter(setting::equals).isPresent()) {
            return;
        }
        SettingRow row = settings.get(setting.key());
        if (row == null) {
            row = new SettingRow(
                    tool.owner(),
                    setting,
                    value -> actions.set(tool.id(), setting.key(), value),
                    Optional.of(() -> files.ask(tool.id(), setting)));
            settings.put(setting.key(), row);
            rows.add(row, "wmin 0");
        } else {
            row.show(tool.owner(), setting);
        }
    }

    private void common(ToolView tool) {
        filling = true;
        List<String> could = List.copyOf(tool.fixtures().keySet());
        if (!could.equals(fixtures) || fixture.getItemCount() == 0) {
            fixtures = could;
            List<String> words = new ArrayList<>(List.of(UiWords.text("jobs.movesWithNothing")));
            words.addAll(tool.fixtures().values());
            fixture.removeAllItems();
            words.forEach(fixture::addItem);
        }
        fixture.setSelectedIndex(tool.fixture().map(fixtures::indexOf).orElse(-1) + 1);
        fixture.setEnabled(!fixtures.isEmpty());
        filling = false;
        role.choose(Math.max(0, ROLES.indexOf(tool.role())));
        notFound.choose(tool.whenNotFound() == Verdict.NG ? 0 : 1);
        time.give(String.valueOf(tool.timeLimitMs()));
        isolated.setSelected(tool.isolated());
    }
}
