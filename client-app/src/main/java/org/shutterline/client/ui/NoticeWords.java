package org.shutterline.client.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.shutterline.client.operator.Notice;
import org.shutterline.client.operator.OperatorActions;
import org.shutterline.look.Icons;

/** A notice of the presenter as a banner says it. */
final class NoticeWords {
    private final Sentences sentences;
    private final OperatorActions actions;

    NoticeWords(Sentences sentences, OperatorActions actions) {
        this.sentences = sentences;
        this.actions = actions;
    }

    org.shutterline.look.Notice of(Notice notice, Instant now) {
        return shown(notice, now, notice.remedy().map(remedy -> fix(notice.topic(), remedy)));
    }

    /** One that the window tells itself, and that only goes away when it is closed. */
    org.shutterline.look.Notice own(Notice notice, Runnable closed) {
        Optional<org.shutterline.look.Notice.Fix> fix = notice.remedy()
                .map(remedy -> new org.shutterline.look.Notice.Fix(sentences.text("remedy." + remedy), closed));
        return shown(notice, Instant.EPOCH, fix);
    }

    private org.shutterline.look.Notice shown(
            Notice notice, Instant now, Optional<org.shutterline.look.Notice.Fix> fix) {
        return new org.shutterline.look.Notice(
                notice.topic().name(),
                notice.kind() == Notice.Kind.DATA_LOST
                        ? org.shutterline.look.Notice.Level.DATA_LOST
                        : org.shutterline.look.Notice.Level.WARNING,
                notice.topic() == Notice.Topic.CONNECTION ? Icons.DISCONNECT : Icons.WARNING,
                sentences.text(notice.what()),
                sentences.text(notice.next()),
                fix,
                notice.countdown().map(countdown -> left(countdown, now)));
    }

    private org.shutterline.look.Notice.Fix fix(Notice.Topic topic, Notice.Remedy remedy) {
        Runnable action = switch (remedy) {
            case TRY_NOW -> actions::tryNow;
            case ASK_AGAIN -> actions::askAgain;
            case CLOSE -> () -> actions.closeNotice(topic);
        };
        return new org.shutterline.look.Notice.Fix(sentences.text("remedy." + remedy), action);
    }

    private static org.shutterline.look.Notice.Countdown left(Notice.Countdown countdown, Instant now) {
        return new org.shutterline.look.Notice.Countdown(
                seconds(Duration.between(now, countdown.until())),
                seconds(Duration.between(countdown.from(), countdown.until())));
    }

    private static int seconds(Duration duration) {
        return (int) Math.max(1, (duration.toMillis() + 999) / 1_000);
    }
}
