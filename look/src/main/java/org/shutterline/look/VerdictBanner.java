package org.shutterline.look;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Verdict;

/**
 * The verdict as a whole card: shape, word, reason, then part, number, time and how long it took. Its height follows
 * its content and, for long words, its width.
 */
public final class VerdictBanner extends Painted {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    /** A mark before the reason, and the room it takes. */
    private static final int MARK_PX = 22;

    private static final int MARK_ROOM_PX = 32;

    private Optional<InspectionResult> result = Optional.empty();
    private boolean linked = true;
    private boolean earlier;
    private boolean compact;

    public VerdictBanner() {
        Words.follow(this, this::renew);
    }

    /** The newest result. */
    public void show(InspectionResult newest) {
        become(Optional.of(newest), true, false);
    }

    /** A result brought back from the film. */
    public void showEarlier(InspectionResult chosen) {
        become(Optional.of(chosen), true, true);
    }

    public void showNothingYet() {
        become(Optional.empty(), true, false);
    }

    /** The station is away; the last result stands there as text. */
    public void showNoLink(Optional<InspectionResult> last) {
        become(last, false, false);
    }

    /** The layout of small windows: a word of 64. */
    public void compact(boolean small) {
        compact = small;
        revalidate();
        repaint();
    }

    private void become(Optional<InspectionResult> shown, boolean withLink, boolean old) {
        result = shown;
        linked = withLink;
        earlier = old;
        renew();
    }

    private void renew() {
        setToolTipText(reason().orElse(null));
        changed((word() + ". " + reason().orElse("") + " " + String.join(" ", facts())).strip());
    }

    State state() {
        return linked ? result.map(shown -> State.of(shown.verdict())).orElse(State.OFFLINE) : State.OFFLINE;
    }

    String word() {
        if (!linked) {
            return LookWords.text("banner.noLink");
        }
        return result.map(shown -> State.of(shown.verdict()).word()).orElseGet(() -> LookWords.text("banner.nothing"));
    }

    /** The line below the word, if there is one. */
    Optional<String> reason() {
        if (!linked) {
            return Optional.of(result.map(last -> LookWords.text(
                            "banner.lastBefore", State.of(last.verdict()).word()))
                    .orElseGet(() -> LookWords.text("banner.noneBefore")));
        }
        if (result.isEmpty()) {
            return Optional.of(LookWords.text("banner.nothingLine"));
        }
        Optional<String> why = result.flatMap(VerdictBanner::why).filter(words -> !words.isEmpty());
        if (!earlier) {
            return why;
        }
        String mark = LookWords.text("banner.earlier");
        return Optional.of(why.map(words -> mark + ": " + words).orElse(mark));
    }

    /** Why it is not OK, or why it is only just OK. */
    private static Optional<String> why(InspectionResult shown) {
        if (shown.verdict() != Verdict.OK) {
            return Optional.of(Reasons.told(shown.reason()));
        }
        return Stream.concat(
                        Stream.of(shown.reason()),
                        shown.values().stream().filter(Measurement::isWarning).map(Measurement::reason))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .map(words -> LookWords.text("banner.warning", Reasons.told(words)));
    }

    /** It is OK with a warning: a mark stands before the reason. */
    boolean isWarning() {
        return linked && result.map(InspectionResult::isWarning).orElse(false);
    }

    /** Part, number, time and duration; none before the first result. */
    List<String> facts() {
        return result.map(shown -> List.of(
                        shown.part().orElseGet(() -> LookWords.text("banner.none")),
                        LookWords.text("banner.id", Long.toString(shown.id())),
                        TIME.format(shown.time()),
                        took(shown)))
                .orElse(List.of());
    }

    /** Some devices of other makers do not tell it. */
    private static String took(InspectionResult shown) {
        return shown.ms() > 0
                ? LookWords.text("banner.ms", String.format(Locale.ROOT, "%.1f", shown.ms()))
                : LookWords.text("banner.none");
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(360, layout(getWidth() > 0 ? getWidth() : 440).heightPx());
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(280, getPreferredSize().height);
    }

    @Override
    public void setBounds(int x, int y, int width, int height) {
        boolean wider = width != getWidth();
        super.setBounds(x, y, width, height);
        if (wider && getPreferredSize().height != height) {
            revalidate();
        }
    }

    private BannerLayout layout(int widthPx) {
        BannerLayout.Measure words = (text, font) -> getFontMetrics(font).stringWidth(text);
        return BannerLayout.of(
                word(),
                reason(),
                isWarning() ? MARK_ROOM_PX : 0,
                !facts().isEmpty(),
                result.isEmpty() && linked,
                compact,
                widthPx,
                words);
    }

    @Override
    void paintOn(Graphics2D g, int widthPx, int heightPx) {
        State state = state();
        boolean filled = state != State.OFFLINE;
        Color ink = filled ? state.onFill() : Palette.TEXT_SECOND.colour();
        surface(g, state, filled, widthPx, heightPx);
        BannerLayout layout = layout(widthPx);
        StateShape shape = filled ? StateShape.onFill(state, layout.shapePx()) : StateShape.of(state, layout.shapePx());
        shape.paint(g, layout.padPx(), layout.shapeTopPx());
        Brush.write(g, word(), layout.wordFont(), ink, layout.wordLeftPx(), layout.wordBaselinePx());
        reason(g, layout, ink);
        if (isWarning()) {
            double top = layout.reasonBaselinePx() - MARK_PX + 4;
            StateShape.of(State.FAULT, MARK_PX).paint(g, layout.reasonLeftPx() - MARK_ROOM_PX, top);
        }
        if (!facts().isEmpty()) {
            facts(g, layout, ink, widthPx);
        }
    }

    private void surface(Graphics2D g, State state, boolean filled, int widthPx, int heightPx) {
        Color fill = filled ? state.fill() : Palette.SURFACE.colour();
        Brush.fill(g, fill, 0, 0, widthPx, heightPx, Card.CORNER_PX);
        if (!linked) {
            g.setStroke(Brush.dashed(2, 9));
            g.setColor(Palette.TEXT_SECOND.colour());
            g.drawRoundRect(1, 1, widthPx - 2, heightPx - 2, 2 * Card.CORNER_PX, 2 * Card.CORNER_PX);
        } else if (!filled) {
            Brush.frame(g, Palette.HAIRLINE.colour(), 1, 0, 0, widthPx, heightPx, Card.CORNER_PX);
        }
    }

    private static void reason(Graphics2D g, BannerLayout layout, Color ink) {
        int y = layout.reasonBaselinePx();
        for (String line : layout.reasonLines()) {
            Brush.write(g, line, layout.reasonFont(), ink, layout.reasonLeftPx(), y);
            y += layout.reasonStepPx();
        }
    }

    private void facts(Graphics2D g, BannerLayout layout, Color ink, int widthPx) {
        List<String> heads = List.of("banner.part", "banner.number", "banner.time", "banner.took");
        List<String> facts = facts();
        Color quiet = new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), 90);
        int pad = layout.padPx();
        g.setColor(quiet);
        g.fillRect(pad, layout.ruleTopPx(), widthPx - 2 * pad, 1);
        Font font = Type.REASON_SMALL.font().deriveFont(compact ? 15f : 16f);
        int[] lefts = columns(g, heads, facts, font, widthPx - 2 * pad);
        for (int i = 0; i < facts.size(); i++) {
            int room = (i + 1 < lefts.length ? lefts[i + 1] - 12 : widthPx - 2 * pad + 8) - lefts[i];
            String head = LookWords.text(heads.get(i));
            int x = pad + lefts[i];
            Brush.write(g, head, Type.CAPTION.font(), ink, x, layout.factsTopPx() + 10);
            String fact = i == 0 ? Brush.fit(g.getFontMetrics(font), facts.get(0), room) : facts.get(i);
            Brush.write(g, fact, font, ink, x, layout.factsTopPx() + 31);
        }
    }

    /** The part takes what the figures leave, for a figure is never shortened. */
    private static int[] columns(Graphics2D g, List<String> heads, List<String> facts, Font font, int roomPx) {
        int[] widths = new int[facts.size()];
        int all = 0;
        for (int i = 0; i < widths.length; i++) {
            int head = g.getFontMetrics(Type.CAPTION.font()).stringWidth(LookWords.text(heads.get(i)));
            widths[i] = Math.max(head, g.getFontMetrics(font).stringWidth(facts.get(i)));
            all += widths[i];
        }
        int gap = Math.max(12, Math.min(36, (roomPx - all) / 3));
        int[] lefts = new int[widths.length];
        int right = Math.min(roomPx, all + 3 * gap);
        for (int i = widths.length - 1; i > 0; i--) {
            right -= widths[i];
            lefts[i] = right;
            right -= gap;
        }
        return lefts;
    }
}
