package org.shutterline.server.ui.jobs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.LimitsChart;
import org.shutterline.look.State;
import org.shutterline.look.Type;
import org.shutterline.look.Words;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Value;
import org.shutterline.server.access.Act;
import org.shutterline.server.editor.EditorActions;
import org.shutterline.server.editor.ToolView;
import org.shutterline.server.ui.Headline;
import org.shutterline.server.ui.Needs;
import org.shutterline.server.ui.Paragraph;
import org.shutterline.server.ui.UiWords;
import org.shutterline.server.ui.settings.Numbers;
import org.shutterline.server.ui.settings.ToolWords;
import org.shutterline.server.ui.settings.ValueField;

/** The limits of one of a tool's values, over what good parts measured. */
final class LimitsPanel extends JPanel {
    private static final List<String> KEYS = List.of("low", "high", "warnLow", "warnHigh");

    private final EditorActions actions;
    private final JComboBox<String> output = new JComboBox<>();
    private final Map<String, ValueField> fields = new LinkedHashMap<>();
    private final Map<String, JLabel> labels = new LinkedHashMap<>();
    private final JCheckBox told = new JCheckBox();
    private final Paragraph wrong = new Paragraph(Type.CAPTION);
    private final LimitsChart chart = new LimitsChart();
    private final SuggestPanel suggest;
    private List<String> names = List.of();
    private String tool = "";
    private boolean filling;

    LimitsPanel(EditorActions actions) {
        super(new MigLayout("insets 0, gap 8 6, fillx, hidemode 3", "[132!][grow, fill][grow, fill]", ""));
        this.actions = actions;
        this.suggest = new SuggestPanel(sigmas -> actions.suggestLimits(tool, name(), sigmas));
        setOpaque(false);
        output.setName("limits.output");
        told.setName("limits.told");
        Needs.mark(Act.LOOK, output);
        add(Headline.card("jobs.limits"), "");
        add(output, "span 2, h 34!, wmin 60, wrap");
        row("jobs.limitLowHigh", "low", "high");
        row("jobs.limitWarn", "warnLow", "warnHigh");
        wrong.setForeground(State.NG.text());
        wrong.setVisible(false);
        wrong.setName("limits.wrong");
        add(wrong, "skip 1, span 2, growx, wmin 0, wrap");
        add(chart, "span 3, growx, wmin 0, h 150!, wrap");
        add(told, "skip 1, span 2, wrap");
        add(suggest, "span 3, growx, wmin 0");
        output.addActionListener(chosen -> {
            if (!filling) {
                forgetWrong();
                shown.ifPresent(this::show);
            }
        });
        chart.listener(new Hands());
        told.addActionListener(pressed -> actions.tell(tool, name(), told.isSelected()));
        Words.follow(this, this::label);
    }

    private Optional<ToolView> shown = Optional.empty();

    private void row(String words, String low, String high) {
        JLabel label = Headline.changing();
        labels.put(words, label);
        add(label);
        for (String key : List.of(low, high)) {
            ValueField field = new ValueField("limits." + key);
            field.setHorizontalAlignment(ValueField.RIGHT);
            field.onTaken(text -> taken(field, key, text));
            fields.put(key, field);
            add(field, key.equals(high) ? "h 34!, wmin 60, wrap" : "h 34!, wmin 60");
        }
    }

    private void taken(ValueField field, String key, String text) {
        Optional<Double> number = Numbers.read(text);
        boolean bad = !text.isEmpty() && number.isEmpty();
        field.bad(bad);
        wrong.setText(bad ? UiWords.text("jobs.noNumber", text) : "");
        wrong.setVisible(bad);
        if (!bad) {
            actions.limit(tool, name(), key, number);
        }
    }

    /** What was typed for another value does not belong to this one. */
    private void forgetWrong() {
        fields.values().forEach(ValueField::forget);
        wrong.setVisible(false);
    }

    private String name() {
        return names.get(Math.max(0, output.getSelectedIndex()));
    }

    private void label() {
        labels.forEach((key, label) -> label.setText(UiWords.text(key)));
        told.setText(UiWords.text("jobs.told"));
        fields.get("low").placeholder(UiWords.text("jobs.noLimit"));
        fields.get("high").placeholder(UiWords.text("jobs.noLimit"));
        fields.get("warnLow").placeholder(UiWords.text("jobs.noLimit"));
        fields.get("warnHigh").placeholder(UiWords.text("jobs.noLimit"));
        int chosen = output.getSelectedIndex();
        names = List.of();
        shown.ifPresent(this::show);
        filling = true;
        output.setSelectedIndex(Math.min(chosen, output.getItemCount() - 1));
        filling = false;
        shown.ifPresent(this::show);
    }

    void show(ToolView view) {
        shown = Optional.of(view);
        List<String> now =
                view.outputs().stream().map(ToolView.OutputView::name).toList();
        filling = true;
        if (!view.id().equals(tool) || !now.equals(names)) {
            tool = view.id();
            names = now;
            forgetWrong();
            output.removeAllItems();
            now.forEach(name -> output.addItem(ToolWords.output(view.kind(), name)));
        }
        filling = false;
        boolean any = !names.isEmpty();
        setVisible(any);
        if (any) {
            output.setToolTipText(UiWords.text("jobs.nameOf", tool + "." + name()));
            show(view.outputs().get(Math.max(0, output.getSelectedIndex())));
        }
    }

    private void show(ToolView.OutputView value) {
        for (String key : KEYS) {
            fields.get(key)
                    .give(Optional.ofNullable(value.limits().get(key))
                            .map(Numbers::shown)
                            .orElse(""));
        }
        told.setSelected(value.told());
        chart.show(
                value.recent(),
                value.measured().map(LimitsPanel::number).orElse(OptionalDouble.empty()),
                value.measured().map(now -> State.of(now.verdict())).orElse(State.OFFLINE),
                new LimitsChart.Band(
                        limit(value, "low"), limit(value, "high"), limit(value, "warnLow"), limit(value, "warnHigh")),
                value.decimals());
        chart.setVisible(value.measured()
                .map(LimitsPanel::number)
                .map(OptionalDouble::isPresent)
                .orElse(!value.recent().isEmpty()));
        suggest.show(value);
    }

    private static OptionalDouble limit(ToolView.OutputView value, String key) {
        return value.limits().containsKey(key)
                ? OptionalDouble.of(value.limits().get(key))
                : OptionalDouble.empty();
    }

    private static OptionalDouble number(Measurement measured) {
        return measured.value() instanceof Value.Decimal decimal
                ? OptionalDouble.of(decimal.number())
                : OptionalDouble.empty();
    }

    /** What a person drags in the chart. */
    private final class Hands implements LimitsChart.Listener {
        @Override
        public void changing(OptionalDouble low, OptionalDouble high) {
            fields.get("low").give(low.isPresent() ? Numbers.shown(low.getAsDouble()) : "");
            fields.get("high").give(high.isPresent() ? Numbers.shown(high.getAsDouble()) : "");
        }

        @Override
        public void changed(OptionalDouble low, OptionalDouble high) {
            low.ifPresent(number -> actions.limit(tool, name(), "low", Optional.of(number)));
            high.ifPresent(number -> actions.limit(tool, name(), "high", Optional.of(number)));
        }
    }
}
