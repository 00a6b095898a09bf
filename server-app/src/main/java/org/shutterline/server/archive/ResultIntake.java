package org.shutterline.server.archive;

import java.sql.SQLException;
import java.util.Optional;
import org.shutterline.protocol.message.Detail;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.PictureState;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.station.Keeper;

/**
 * Takes results in: holds a picture that is to be kept, makes the row durable, tells the outcome, and only then sees to what
 * follows. Safe for all threads.
 */
final class ResultIntake {
    private static final int MARK_AFTER = 1_000;

    private final PictureRules rules;
    private final Committer committer;
    private final HeldFrames frames;
    private final PictureRows rows;
    private final PictureWriter pictures;
    private final Tail tail;
    private final Days days;
    private final Memories memories = new Memories();
    private long lastDurable;
    private int sinceMark;

    /** @param last the last id that is durable */
    ResultIntake(
            PictureRules rules,
            Committer committer,
            HeldFrames frames,
            PictureRows rows,
            PictureWriter pictures,
            Tail tail,
            Days days,
            long last) {
        this.rules = rules;
        this.committer = committer;
        this.frames = frames;
        this.rows = rows;
        this.pictures = pictures;
        this.tail = tail;
        this.days = days;
        this.lastDurable = last;
    }

    /** @param frame the result's picture, which it owns from now on */
    void keep(Detail detail, Optional<Frame> frame, Keeper.Outcome outcome) {
        long id = detail.result().id();
        PictureState state =
                frame.map(picture -> accepted(detail.result(), picture)).orElse(PictureState.NOT_KEPT);
        ResultRow row = new ResultRow(withPicture(detail, state));
        committer.now(new Deed() {
            @Override
            public void write(Ledger ledger) throws SQLException {
                ledger.insert(row);
            }

            @Override
            public boolean single() {
                return true;
            }

            @Override
            public void done() {
                try {
                    outcome.durable(row.result());
                } finally {
                    stored(row.result());
                }
            }

            @Override
            public void failed(String why) {
                frames.drop(id);
                outcome.unsafe(why);
            }
        });
    }

    /** Takes the frame over, or gives it back to where it came from. */
    private PictureState accepted(InspectionResult result, Frame frame) {
        boolean wanted = switch (rules.keep()) {
            case ALL -> true;
            case NG_AND_UNKNOWN -> result.verdict() != Verdict.OK;
            case NONE -> false;
        };
        if (wanted && frames.hold(result.id(), frame)) {
            return PictureState.PENDING;
        }
        frame.close();
        if (!wanted) {
            return PictureState.NOT_KEPT;
        }
        pictures.lost(result.id(), "more pictures come than can be written");
        return PictureState.LOST;
    }

    private static Detail withPicture(Detail detail, PictureState state) {
        return new Detail(
                detail.result().withPicture(state),
                detail.jobVersion(),
                detail.overlays(),
                detail.stages(),
                detail.notes(),
                detail.late());
    }

    /** What follows when a result is durable. Thread {@code archive}. */
    private void stored(InspectionResult result) {
        lastDurable = Math.max(lastDurable, result.id());
        tail.write(result.id());
        days.stored(result.id());
        if (result.picture() == PictureState.PENDING) {
            pictures.write(result);
        }
        if (memories.counted(result.station())) {
            committer.later(ledger -> Memories.total(ledger, result.station()));
        }
        if (++sinceMark >= MARK_AFTER) {
            sinceMark = 0;
            committer.later(this::markPictures);
        }
    }

    /** Up to the mark every picture's end is known: the next start looks from there on. Thread {@code archive}. */
    void markPictures(Ledger ledger) throws SQLException {
        long waiting = frames.lowestWaiting(lastDurable + 1);
        Marks.write(ledger, Marks.PICTURES, rows.lowest(waiting) - 1);
    }

    void keepLate(Detail detail) {
        String late = ResultJson.late(detail.late());
        committer.later(ledger -> ledger.update(
                "UPDATE result SET late=?, late_sum=? WHERE id=?",
                late,
                RowSum.of(late),
                detail.result().id()));
    }
}
