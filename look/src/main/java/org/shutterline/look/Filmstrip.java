package org.shutterline.look;

import java.awt.Dimension;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import javax.swing.JButton;
import javax.swing.JLabel;
import net.miginfocom.swing.MigLayout;

/**
 * The card of the last results, newest first: a click, or Left, Right, Home and Ctrl+Left, Ctrl+Right with the focus,
 * choose one. A new result does not move the view while an older one is chosen; a button leads back.
 */
public final class Filmstrip extends Card {
    private final JLabel title = new JLabel();
    private final JLabel hint = new JLabel();
    private final JButton newOnes = Buttons.accent("");
    private final SegmentedSwitch filter = new SegmentedSwitch("", "");
    private final FilmFrames frames = new FilmFrames(this::choose, this::stepped);
    private FilmRoll roll = FilmRoll.empty();
    private LongConsumer choice = id -> {};
    private Runnable newest = () -> {};
    private boolean compact;

    public Filmstrip() {
        super(new MigLayout("insets 8 14 8 14, gap 8, fill, hidemode 3", "[][grow, 0:pref][]", "[32!]4[grow, fill]"));
        title.setFont(Type.CARD_TITLE.font());
        hint.setFont(Type.SECOND.font());
        hint.setForeground(Palette.TEXT_SECOND.colour());
        newOnes.setFont(Type.SECOND_STRONG.font());
        newOnes.setVisible(false);
        add(title);
        add(hint, "growx, wmin 0");
        add(newOnes, "h 32!, split 2, gapright 8");
        add(filter, "wrap");
        add(frames, "span, grow, wmin 100");
        filter.onChoice(chosen -> become(roll.ngOnly(chosen == 1)));
        newOnes.addActionListener(pressed -> follow());
        Words.follow(this, this::label);
    }

    /** Told the id of an older result that a person chose. */
    public void onChoice(LongConsumer told) {
        choice = told;
    }

    /** Told when a person goes back to the newest result. */
    public void onNewest(Runnable told) {
        newest = told;
    }

    /** Shows these results, newest first. */
    public void show(List<FilmEntry> entries) {
        become(roll.with(entries));
    }

    /** Frames a result without telling the listener; empty follows the newest. */
    public void frame(OptionalLong id) {
        become(id.isPresent() ? roll.choose(id.getAsLong()) : roll.follow());
    }

    /** The layout of small windows: no times, a shorter line above. */
    public void compact(boolean small) {
        compact = small;
        frames.compact(small);
        label();
    }

    /** Goes so many results older (positive) or newer, as the keys do. */
    public void step(int older) {
        roll.step(older).ifPresent(this::choose);
    }

    /** Goes to the next older (1) or newer (-1) NG result, as the keys do. */
    public void stepNg(int direction) {
        roll.stepNg(direction).ifPresent(this::choose);
    }

    /** Goes back to the newest result. */
    public void follow() {
        become(roll.follow());
        newest.run();
    }

    private void stepped(FilmFrames.Step step) {
        switch (step) {
            case NEWER -> step(-1);
            case OLDER -> step(1);
            case NEWEST -> follow();
            case NG_NEWER -> stepNg(-1);
            case NG_OLDER -> stepNg(1);
        }
    }

    private void choose(long id) {
        become(roll.choose(id));
        if (roll.chosen().isPresent()) {
            choice.accept(id);
        } else {
            newest.run();
        }
    }

    private void become(FilmRoll next) {
        roll = next;
        label();
    }

    private void label() {
        int count = roll.entries().size();
        title.setText(count == 0 ? LookWords.text("film.none") : LookWords.text("film.title", Integer.toString(count)));
        hint.setText(compact ? "" : LookWords.text("film.hint"));
        hint.setToolTipText(LookWords.text("film.hint"));
        filter.label(LookWords.text("film.all"), LookWords.text("film.ngOnly"));
        newOnes.setVisible(roll.newOnes() > 0);
        newOnes.setText(LookWords.text("film.new", Integer.toString(roll.newOnes())));
        newOnes.setToolTipText(LookWords.text("film.newHint"));
        frames.show(roll);
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(240, getPreferredSize().height);
    }
}
