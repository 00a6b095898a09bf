package org.shutterline.server.ui;

import java.util.List;
import java.util.Optional;
import javax.swing.JLabel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Card;
import org.shutterline.look.Palette;
import org.shutterline.look.StageBar;
import org.shutterline.look.Type;
import org.shutterline.look.Words;
import org.shutterline.server.monitor.StageTimes;

/** Where the time of a trigger goes, by stage. */
final class StagesCard extends Card {
    private static final List<String> NAMED =
            List.of("waiting", "picture", "exposure", "transfer", "inspection", "storing", "answer");

    private final JLabel title = new JLabel();
    private final JLabel unit = new JLabel();
    private final JLabel empty = new JLabel();
    private final StageBar bar = new StageBar();
    private List<StageTimes> shown = List.of();

    StagesCard() {
        super(new MigLayout("insets 12 16 12 16, gapy 10, fill, hidemode 3", "[grow][]", "[][grow, fill]"));
        title.setFont(Type.CARD_TITLE.font());
        unit.setFont(Type.SECOND.font());
        unit.setForeground(Palette.TEXT_SECOND.colour());
        empty.setForeground(Palette.TEXT_SECOND.colour());
        empty.setVerticalAlignment(JLabel.TOP);
        empty.setFont(Type.SECOND.font());
        add(title, "wmin 0");
        add(unit, "wrap");
        add(bar, "span, grow, wmin 0");
        add(empty, "span, growx, aligny top, wmin 0");
        Words.follow(this, this::label);
    }

    private void label() {
        title.setText(UiWords.text("stages.title"));
        unit.setText(UiWords.text("stages.unit"));
        empty.setText(UiWords.text("stages.empty"));
        renew();
    }

    void show(List<StageTimes> stages) {
        if (!stages.equals(shown)) {
            shown = stages;
            renew();
        }
    }

    private void renew() {
        List<StageTimes> stages = shown;
        List<StageBar.Stage> named = stages.stream()
                .filter(stage -> NAMED.contains(stage.stage()))
                .map(stage -> stage(UiWords.text("stage." + stage.stage()), stage))
                .toList();
        Optional<StageTimes> all =
                stages.stream().filter(stage -> stage.stage().equals("all")).findFirst();
        all.ifPresent(whole -> bar.show(named, stage("", whole)));
        bar.setVisible(all.isPresent());
        empty.setVisible(all.isEmpty());
    }

    private static StageBar.Stage stage(String name, StageTimes times) {
        return new StageBar.Stage(name, times.nowMs(), times.p50Ms(), times.p95Ms(), times.p99Ms());
    }
}
