package org.shutterline.server.ui.simulator;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.JTextField;
import javax.swing.SpinnerNumberModel;
import javax.swing.text.JTextComponent;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Type;
import org.shutterline.look.Words;
import org.shutterline.server.simulator.Habit;
import org.shutterline.server.simulator.PlcAddress;
import org.shutterline.server.simulator.PlcChoice;
import org.shutterline.server.simulator.PlcSettings;
import org.shutterline.server.simulator.SimulatorSource;
import org.shutterline.server.simulator.SimulatorState;
import org.shutterline.server.ui.Headline;
import org.shutterline.server.ui.UiWords;

/** What a PLC shall do. Of our own listeners the address, and with it all settings of the dialect, are offered. */
final class PlcFields extends JPanel {
    private static final int USUAL_CYCLES = 100;
    private static final double USUAL_RATE = 5;
    private static final double LEAST_RATE = 0.01;
    private static final int USUAL_JITTER = 20;

    private final JComboBox<String> dialect = new JComboBox<>();
    private final JComboBox<String> address = new JComboBox<>();
    private final JTextField file = new JTextField();
    private final JPanel fileField;
    private final JTextField programs = new JTextField();
    private final JSpinner station = new JSpinner(new SpinnerNumberModel(1, 1, 99, 1));
    private final JSpinner cycles = new JSpinner(new SpinnerNumberModel(USUAL_CYCLES, 1, PlcSettings.MOST_CYCLES, 10));
    private final JSpinner rate = new JSpinner(new SpinnerNumberModel(USUAL_RATE, LEAST_RATE, 1_000, 1));
    private final JSpinner jitter = new JSpinner(new SpinnerNumberModel(USUAL_JITTER, 0, 100, 5));
    private final Map<Habit, JCheckBox> habits = new EnumMap<>(Habit.class);
    private List<SimulatorSource.Place> listeners = List.of();
    private boolean filling;

    PlcFields() {
        super(new MigLayout("insets 0, gapx 8, gapy 6, fillx, hidemode 3, wrap 4", columns(), ""));
        setOpaque(false);
        fileField = field("simulator.file", file);
        build();
        dialect.addActionListener(chosen -> offerAddress());
        address.addActionListener(chosen -> offerFile());
        Words.follow(this, this::label);
    }

    private static String columns() {
        return "[grow, fill, 0:40]".repeat(4);
    }

    private void build() {
        dialect.setName("simulator.dialect");
        address.setName("simulator.address");
        address.setEditable(true);
        address.setFont(Type.WIRE.font());
        file.setName("simulator.file");
        programs.setName("simulator.programs");
        station.setName("simulator.station");
        cycles.setName("simulator.cycles");
        rate.setName("simulator.rate");
        jitter.setName("simulator.jitter");
        add(field("simulator.dialect", dialect), "span 2, growx, w 0:80");
        add(field("simulator.address", address), "span 2, growx, w 0:80");
        add(fileField, "span 4, growx, w 0:160");
        add(field("simulator.station", station), "w 0:40");
        add(field("simulator.cycles", cycles), "w 0:40");
        add(field("simulator.rate", rate), "w 0:40");
        add(field("simulator.jitter", jitter), "w 0:40");
        add(field("simulator.programs", programs), "span 4, growx, w 0:160");
        add(Headline.second("simulator.habits"), "span 4, gaptop 4");
        for (Habit habit : Habit.values()) {
            JCheckBox box = new JCheckBox();
            box.setName("simulator.habit." + habit);
            box.setOpaque(false);
            habits.put(habit, box);
            add(box, "span 2, growx, w 0:80");
        }
    }

    private static JPanel field(String words, JComponent field) {
        JPanel both = new JPanel(new MigLayout("insets 0, gapy 2, wrap 1, fillx", "[grow, fill, 0:pref]", "[]2[34!]"));
        both.setOpaque(false);
        both.add(Headline.second(words), "wmin 0");
        both.add(field, "w 0:40, h 34!");
        return both;
    }

    private void label() {
        habits.forEach((habit, box) -> {
            box.setText(UiWords.text("simulator.habit." + habit));
            box.setToolTipText(UiWords.text("simulator.habit." + habit + ".hint"));
        });
        programs.setToolTipText(UiWords.text("simulator.programs.hint"));
        file.setToolTipText(UiWords.text("simulator.file.hint"));
    }

    void show(SimulatorState state) {
        if (dialect.getItemCount() == 0 && !state.dialects().isEmpty()) {
            fill(state);
        } else if (!state.listeners().equals(listeners)) {
            boolean own = isOwn() || typed().isEmpty();
            listeners = state.listeners();
            if (own) {
                offerAddress();
            }
        }
        for (JComponent field : List.of(dialect, address, file, programs, station, cycles, rate, jitter)) {
            field.setEnabled(!state.running());
        }
        habits.values().forEach(box -> box.setEnabled(!state.running()));
    }

    private void fill(SimulatorState state) {
        filling = true;
        listeners = state.listeners();
        state.dialects().forEach(dialect::addItem);
        listeners.stream().findFirst().ifPresent(first -> dialect.setSelectedItem(first.dialect()));
        filling = false;
        offerAddress();
    }

    /** The first of our listeners that speaks it; what was typed for another device stays. */
    private void offerAddress() {
        if (filling) {
            return;
        }
        List<String> own = listeners.stream()
                .filter(place -> place.dialect().equals(dialect.getSelectedItem()))
                .map(place -> PlcAddress.words(place.address()))
                .toList();
        filling = true;
        address.removeAllItems();
        own.forEach(address::addItem);
        filling = false;
        offerFile();
    }

    private void offerFile() {
        if (!filling) {
            fileField.setVisible(!isOwn());
            revalidate();
        }
    }

    private boolean isOwn() {
        return listeners.stream()
                .anyMatch(place -> place.dialect().equals(dialect.getSelectedItem())
                        && PlcAddress.words(place.address()).equals(typed()));
    }

    private String typed() {
        return ((JTextComponent) address.getEditor().getEditorComponent())
                .getText()
                .strip();
    }

    /** Empty before the dialects are known. */
    Optional<PlcChoice> choice() {
        Set<Habit> rude = habits.entrySet().stream()
                .filter(entry -> entry.getValue().isSelected())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return Optional.ofNullable((String) dialect.getSelectedItem())
                .map(id -> new PlcChoice(
                        id,
                        typed(),
                        isOwn() ? "" : file.getText().strip(),
                        number(station).intValue(),
                        number(cycles).intValue(),
                        number(rate).doubleValue(),
                        number(jitter).intValue(),
                        rude,
                        programs.getText()));
    }

    private static Number number(JSpinner spinner) {
        return (Number) spinner.getValue();
    }
}
