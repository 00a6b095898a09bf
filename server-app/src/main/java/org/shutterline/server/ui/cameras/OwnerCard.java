package org.shutterline.server.ui.cameras;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Card;
import org.shutterline.look.HazardBadge;
import org.shutterline.look.Icons;
import org.shutterline.look.SegmentedSwitch;
import org.shutterline.look.State;
import org.shutterline.look.Type;
import org.shutterline.look.Words;
import org.shutterline.protocol.message.StationState;
import org.shutterline.server.access.Act;
import org.shutterline.server.cameras.CameraRow;
import org.shutterline.server.cameras.CamerasActions;
import org.shutterline.server.cameras.CamerasState;
import org.shutterline.server.cameras.OpenCamera;
import org.shutterline.server.cameras.Told;
import org.shutterline.server.ui.Headline;
import org.shutterline.server.ui.Needs;
import org.shutterline.server.ui.Paragraph;
import org.shutterline.server.ui.UiWords;

/** Which camera it is and who has it: a station, which can be taken offline, or nobody yet. */
final class OwnerCard extends Card {
    private final JLabel name = new JLabel();
    private final Paragraph identity = new Paragraph(Type.SECOND);
    private final Paragraph past = new Paragraph(Type.SECOND);
    private final HazardBadge hazard = new HazardBadge();
    private final SegmentedSwitch online = new SegmentedSwitch("", "");
    private final JComboBox<String> station = new JComboBox<>();
    private final JButton bind = Buttons.accent("", Icons.CHECK);
    private final JComboBox<String> job = new JComboBox<>();
    private final JButton addStation = Buttons.plain("", Icons.PLUS);
    private final JButton forget = Buttons.plain("", Icons.TRASH);
    private final Paragraph told = new Paragraph(Type.BODY);
    private final JLabel jobWord = Headline.second("cameras.withJob");
    private List<Integer> stations = List.of();
    private List<String> jobs = List.of();

    OwnerCard(CamerasActions actions) {
        super(new MigLayout(
                "insets 14 16 14 16, gap 8, fillx, hidemode 3", "[grow 50, fill, 0:pref][grow 50, fill, 0:pref]", ""));
        name.setFont(Type.STATION.font());
        online.setName("camera.online");
        station.setName("cameras.station");
        bind.setName("cameras.bind");
        job.setName("cameras.job");
        addStation.setName("cameras.addStation");
        forget.setName("cameras.forget");
        told.setName("cameras.told");
        Needs.mark(Act.SET_CAMERA, this);
        Needs.mark(Act.OPERATE, online);
        add(name, "span, wmin 0, wrap");
        add(identity, "span, growx, wmin 0, wrap");
        add(hazard, "span, growx, wmin 0, wrap");
        add(past, "span, growx, wmin 0, wrap");
        add(online, "span, growx, wmin 0, wrap");
        add(station, "wmin 0, h 40!");
        add(bind, "wmin 0, wrap");
        add(jobWord, "span, wmin 0, gaptop 4, wrap");
        add(job, "wmin 0, h 40!");
        add(addStation, "wmin 0, wrap");
        add(forget, "span, wmin 0, growx 0, wrap");
        add(told, "span, growx, wmin 0");
        online.onChoice(index -> actions.online(index == 0));
        bind.addActionListener(pressed -> {
            if (station.getSelectedIndex() >= 0) {
                actions.bind(stations.get(station.getSelectedIndex()));
            }
        });
        addStation.addActionListener(pressed ->
                Optional.ofNullable(job.getSelectedItem()).map(String::valueOf).ifPresent(actions::addStation));
        forget.addActionListener(pressed -> actions.forget());
        Words.follow(this, () -> {
            online.label(UiWords.text("controls.online"), UiWords.text("controls.offline"));
            bind.setText(UiWords.text("cameras.bind"));
            bind.setToolTipText(UiWords.text("cameras.bindHint"));
            addStation.setText(UiWords.text("cameras.addStation"));
            addStation.setToolTipText(UiWords.text("cameras.addStationHint"));
            forget.setText(UiWords.text("cameras.forget"));
            stations = List.of();
        });
    }

    void show(OpenCamera open, CamerasState state) {
        CameraRow row = open.row();
        name.setText(CameraWords.name(row));
        name.setToolTipText(name.getText());
        identity.setText(words(row));
        hazard.setVisible(open.faultsOn());
        hazard.show(UiWords.text("faults.badge"));
        past.setVisible(open.past().isPresent());
        past.setText(open.past()
                .map(fault -> UiWords.text("cameras.past", CamerasPage.time(fault.at()), fault.why()))
                .orElse(""));
        boolean owned = row.station().isPresent();
        online.setVisible(owned);
        online.choose(CameraWords.isOnline(row) ? 0 : 1);
        online.setEnabled(!row.state().equals(Optional.of(StationState.FAULT)));
        offer(state);
        station.setVisible(!owned && !stations.isEmpty());
        bind.setVisible(!owned && !stations.isEmpty());
        jobWord.setVisible(!owned);
        job.setVisible(!owned);
        addStation.setVisible(!owned);
        addStation.setEnabled(!jobs.isEmpty());
        forget.setVisible(open.byHand());
        showTold(state.told());
    }

    private static String words(CameraRow row) {
        StringBuilder words = new StringBuilder(CameraWords.kind(row.driver(), row.driverTitle()));
        if (!row.serial().isEmpty()) {
            words.append('\n').append(UiWords.text("cameras.serial", row.serial()));
        }
        if (!row.address().isEmpty()) {
            words.append('\n').append(UiWords.text("cameras.address", row.address()));
        }
        return words.toString();
    }

    private void offer(CamerasState state) {
        if (!stations.equals(state.stations())) {
            stations = state.stations();
            station.removeAllItems();
            stations.forEach(number -> station.addItem(UiWords.text("cameras.stationNumber", number)));
        }
        if (!jobs.equals(state.jobs())) {
            jobs = state.jobs();
            job.removeAllItems();
            jobs.forEach(job::addItem);
        }
    }

    private void showTold(Optional<Told> now) {
        told.setVisible(now.isPresent());
        now.ifPresent(end -> {
            String deed = end.deed().name().toLowerCase(Locale.ROOT);
            told.setText(end.trouble()
                    .map(why -> UiWords.text("cameras.not." + deed, CameraWords.of(why)))
                    .orElseGet(() -> UiWords.text("cameras.done." + deed, end.station())));
            told.setForeground(end.trouble().isPresent() ? State.NG.text() : State.OK.text());
        });
    }
}
