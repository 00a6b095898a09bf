package org.shutterline.look;

import java.util.List;

/**
 * Which notices stand as banners and how many are folded into one line.
 *
 * @param shown in full
 * @param folded how many the line stands for; 0 for no line
 */
record BannerFold(List<Notice> shown, int folded) {
    static final int MOST = 2;

    /** At most two; of more, the first worst one stays and all others fold. */
    static BannerFold of(List<Notice> notices, boolean unfolded) {
        if (notices.size() <= MOST || unfolded) {
            return new BannerFold(List.copyOf(notices), 0);
        }
        Notice worst = notices.stream()
                .filter(notice -> notice.level() == Notice.Level.DATA_LOST)
                .findFirst()
                .orElse(notices.get(0));
        return new BannerFold(List.of(worst), notices.size() - 1);
    }
}
