package org.shutterline.server.ui.connections;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.shutterline.server.doctor.Finding;
import org.shutterline.server.doctor.Trouble;
import org.shutterline.server.net.Visible;
import org.shutterline.server.ui.Times;
import org.shutterline.server.ui.UiWords;

/** A finding in words. */
record FindingWords(Finding finding, Instant now) {
    private String key(String part) {
        boolean closed = finding.told().equals(List.of(""));
        String key = "doctor." + finding.trouble() + part;
        return closed && UiWords.has(key + ".closed") ? key + ".closed" : key;
    }

    String title() {
        return UiWords.text(key(".title"), arguments());
    }

    String text() {
        return UiWords.text(key(".text"), arguments());
    }

    String seen() {
        String since = Times.seconds(finding.since());
        return finding.times() > 1
                ? UiWords.text(
                        "doctor.seenOften",
                        Integer.toString(finding.port()),
                        finding.dialect(),
                        since,
                        finding.times(),
                        Times.seconds(finding.last()))
                : UiWords.text("doctor.seen", Integer.toString(finding.port()), finding.dialect(), since);
    }

    /** Who, the dialect, the port, what was told first and second, for how many seconds. */
    private Object[] arguments() {
        double seconds = Math.max(0, Duration.between(finding.since(), now).toMillis() / 1000.0);
        return new Object[] {
            Visible.text(finding.who()),
            finding.dialect(),
            Integer.toString(finding.port()),
            told(0),
            told(1),
            Times.oneDecimal(seconds)
        };
    }

    private String told(int index) {
        if (index >= finding.told().size()) {
            return "";
        }
        String told = finding.told().get(index);
        if (finding.trouble() != Trouble.UNMAPPED) {
            return told;
        }
        int blank = told.indexOf(' ');
        String key = "doctor.named." + told.substring(0, Math.max(0, blank));
        return UiWords.has(key) ? UiWords.text(key, told.substring(blank + 1)) : told;
    }
}
