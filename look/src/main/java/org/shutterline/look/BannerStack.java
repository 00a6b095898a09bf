package org.shutterline.look;

import java.awt.Dimension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The banners under the bar: at most two, more fold into one line that opens; it takes no room while there are none. */
public final class BannerStack extends JPanel {
    private static final int FOLD_HEIGHT_PX = 44;

    private final Map<String, Banner> banners = new LinkedHashMap<>();
    private final JPanel fold = new JPanel(new MigLayout("insets 0 24 0 24, fillx", "[grow]16[]", "push[]push"));
    private final JLabel folded = new JLabel();
    private final JButton unfold = Buttons.plain("");
    private List<Notice> notices = List.of();
    private boolean unfolded;

    public BannerStack() {
        super(new MigLayout("insets 0, gap 0, wrap 1, fillx, hidemode 3", "[grow, fill]", ""));
        setOpaque(false);
        fold.setBackground(Palette.UNKNOWN_TINT.colour());
        folded.setFont(Type.BODY_STRONG.font());
        folded.setForeground(Palette.UNKNOWN_TEXT.colour());
        folded.setIcon(StateShape.of(State.FAULT, 18));
        folded.setIconTextGap(10);
        fold.add(folded);
        fold.add(unfold, "h 32!");
        fold.setPreferredSize(new Dimension(10, FOLD_HEIGHT_PX));
        unfold.addActionListener(pressed -> {
            unfolded = !unfolded;
            renew();
        });
        Words.follow(this, this::renew);
    }

    /** Shows exactly these notices; one with an id that already stands there changes in place. */
    public void show(List<Notice> shown) {
        notices = List.copyOf(shown);
        unfolded &= notices.size() > BannerFold.MOST;
        renew();
    }

    private void renew() {
        BannerFold parted = BannerFold.of(notices, unfolded);
        List<String> ids = parted.shown().stream().map(Notice::id).toList();
        if (!ids.equals(new ArrayList<>(banners.keySet()))) {
            rebuild(parted.shown());
        }
        parted.shown().forEach(notice -> banners.get(notice.id()).show(notice));
        remove(fold);
        if (notices.size() > BannerFold.MOST) {
            add(fold);
        }
        folded.setText(LookWords.text("notice.more", Integer.toString(notices.size())));
        unfold.setText(LookWords.text(unfolded ? "notice.showLess" : "notice.showAll"));
        revalidate();
        repaint();
    }

    private void rebuild(List<Notice> shown) {
        removeAll();
        Map<String, Banner> kept = new LinkedHashMap<>(banners);
        banners.clear();
        for (Notice notice : shown) {
            Banner banner = kept.containsKey(notice.id()) ? kept.get(notice.id()) : new Banner(notice);
            banners.put(notice.id(), banner);
            add(banner, "h " + Banner.HEIGHT_PX + "!");
        }
    }
}
