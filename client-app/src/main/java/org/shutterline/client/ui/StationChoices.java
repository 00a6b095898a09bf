package org.shutterline.client.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JFrame;
import javax.swing.JMenuItem;
import org.shutterline.client.language.Ability;
import org.shutterline.client.language.LanguageFinder;
import org.shutterline.client.operator.OperatorState;
import org.shutterline.protocol.message.Role;

/** What is chosen for the station in view now and then: its language and its job. */
final class StationChoices {
    private final Sentences sentences;
    private final JFrame over;
    private final List<LanguageFinder.Known> languages;
    private final Supplier<Stage> stage;
    private final Runnable changed;

    /** @param changed something is to be remembered */
    StationChoices(
            Sentences sentences,
            JFrame over,
            List<LanguageFinder.Known> languages,
            Supplier<Stage> stage,
            Runnable changed) {
        this.sentences = sentences;
        this.over = over;
        this.languages = List.copyOf(languages);
        this.stage = stage;
        this.changed = changed;
    }

    void chooseLanguage() {
        Stage meant = stage.get();
        meant.state()
                .ifPresent(state -> new LanguageDialog(sentences, over, languages, state.language(), choice -> {
                            meant.actions().speak(choice);
                            changed.run();
                        })
                        .open());
    }

    /** Grey with the reason where the job cannot be changed. */
    JMenuItem jobItem() {
        JMenuItem item = new JMenuItem(sentences.text("menu.job"));
        item.setName("changeJob");
        Stage meant = stage.get();
        Optional<OperatorState> now = meant.state();
        boolean connected = now.filter(state -> state.connection().stands()).isPresent();
        boolean sayable = now.filter(state -> state.can(Ability.CHANGE_JOB)).isPresent();
        boolean allowed =
                now.filter(state -> !state.connection().mayDo(Role.OPERATE)).isEmpty();
        item.setEnabled(connected && sayable && allowed);
        item.setToolTipText(
                sayable && allowed ? null : sentences.text(sayable ? "cannot.OPERATE" : "cannot.CHANGE_JOB"));
        item.addActionListener(chosen ->
                now.ifPresent(state -> new JobDialog(sentences, over, state, meant.actions()::changeJob).open()));
        return item;
    }
}
