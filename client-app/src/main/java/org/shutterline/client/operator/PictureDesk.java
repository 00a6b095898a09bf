package org.shutterline.client.operator;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.shutterline.client.language.Ability;
import org.shutterline.client.link.Asked;
import org.shutterline.client.link.Trouble;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.Picture;
import org.shutterline.protocol.message.PictureFormat;
import org.shutterline.protocol.message.PictureView;
import org.shutterline.protocol.message.PlainPicture;
import org.shutterline.protocol.message.Reply;

/**
 * Fetches pictures, marks and thumbnails, one of each at a time and the newest wish first, and knows which picture may
 * be shown as what. A picture is never shown as one of another result. On the bench.
 */
final class PictureDesk {
    private static final Set<OperatorState.PictureKind> WITHOUT = EnumSet.of(
            OperatorState.PictureKind.NONE,
            OperatorState.PictureKind.NOT_KEPT,
            OperatorState.PictureKind.NOT_IN_LANGUAGE);
    private static final int PICTURES_KEPT = 12;
    private static final int THUMBNAILS_KEPT = 120;
    /** More than a film is long, so that none of its frames is asked for over and over. */
    private static final int ABSENT_KEPT = 500;

    private final BiConsumer<Command, Asked> link;
    private final Predicate<Ability> can;
    private final Runnable changed;
    private final Kept<PlainPicture> pictures = new Kept<>(PICTURES_KEPT);
    private final Kept<List<Overlay>> marks = new Kept<>(PICTURES_KEPT);
    private final Kept<PlainPicture> thumbnails = new Kept<>(THUMBNAILS_KEPT);
    private final Kept<Code> noThumbnail = new Kept<>(ABSENT_KEPT);
    private final Kept<Code> noPicture = new Kept<>(ABSENT_KEPT);
    /** Refused for a reason that may pass; asked for again with the next wish, not at once. */
    private final Set<Long> thumbnailsPutOff = new HashSet<>();

    private final Set<Long> picturesPutOff = new HashSet<>();

    private Optional<InspectionResult> wanted = Optional.empty();
    private Optional<Seen> seen = Optional.empty();
    private boolean pictureAsked;
    private boolean marksAsked;
    private boolean thumbnailAsked;
    private List<InspectionResult> film = List.of();

    /** The picture that is on the screen; id 0 for a live one. */
    private record Seen(long id, Instant takenAt, PlainPicture picture) {}

    PictureDesk(BiConsumer<Command, Asked> link, Predicate<Ability> can, Runnable changed) {
        this.link = link;
        this.can = can;
        this.changed = changed;
    }

    /** This result is to be shown, and these in the film. */
    void want(Optional<InspectionResult> result, List<InspectionResult> filmNewestFirst) {
        wanted = result;
        film = filmNewestFirst;
        thumbnailsPutOff.clear();
        picturesPutOff.clear();
        fetch();
    }

    /** The connection broke or is new: what was asked before is not waited for. */
    void restart() {
        pictureAsked = false;
        marksAsked = false;
        thumbnailAsked = false;
        noThumbnail.clear();
        noPicture.clear();
        thumbnailsPutOff.clear();
        picturesPutOff.clear();
    }

    /** Another station: nothing of the old one is shown. */
    void clear() {
        restart();
        pictures.clear();
        marks.clear();
        thumbnails.clear();
        wanted = Optional.empty();
        seen = Optional.empty();
        film = List.of();
    }

    void live(Picture picture, Instant now) {
        seen = Optional.of(new Seen(0, now, PlainPicture.taking(picture)));
        changed.run();
    }

    Optional<PlainPicture> thumbnail(long id) {
        return can.test(Ability.THUMBNAIL) ? thumbnails.find(id) : pictures.find(id);
    }

    /**
     * What may be shown now.
     *
     * @param connected whether the connection stands
     * @param live whether live pictures are wanted
     * @param serverAhead how far the server's clock is ahead of {@code now}
     */
    OperatorState.ShownPicture shown(boolean connected, boolean live, Instant now, Duration serverAhead) {
        OperatorState.PictureKind kind = kind(connected, live);
        Optional<Seen> shown = WITHOUT.contains(kind) ? Optional.empty() : seen;
        long id = shown.map(Seen::id).orElse(0L);
        Duration ahead = id == 0 ? Duration.ZERO : serverAhead;
        long ageS = shown.map(
                        it -> Duration.between(it.takenAt(), now.plus(ahead)).toSeconds())
                .orElse(0L);
        boolean old = kind == OperatorState.PictureKind.OLD;
        return new OperatorState.ShownPicture(
                kind,
                shown.map(Seen::picture),
                id,
                shown.map(Seen::takenAt),
                old ? Math.max(0, ageS) : 0,
                marks.find(id).orElse(List.of()));
    }

    private OperatorState.PictureKind kind(boolean connected, boolean live) {
        long wantedId = wanted.map(InspectionResult::id).orElse(-1L);
        if (connected && !live && noPicture.find(wantedId).isPresent()) {
            return OperatorState.PictureKind.NOT_KEPT;
        }
        if (connected && wanted.isPresent() && !can.test(Ability.PICTURE)) {
            return OperatorState.PictureKind.NOT_IN_LANGUAGE;
        }
        if (seen.isEmpty()) {
            return OperatorState.PictureKind.NONE;
        }
        if (!connected) {
            return OperatorState.PictureKind.OLD;
        }
        long seenId = seen.get().id();
        if (live && seenId == 0) {
            return OperatorState.PictureKind.LIVE;
        }
        if (live) {
            // until the first live picture comes, the newest result's own is no old one
            boolean newest = !film.isEmpty() && film.get(0).id() == seenId;
            return newest ? OperatorState.PictureKind.OF_RESULT : OperatorState.PictureKind.OLD;
        }
        return seenId == wantedId ? OperatorState.PictureKind.OF_RESULT : OperatorState.PictureKind.OLD;
    }

    private void fetch() {
        wanted.ifPresent(result -> {
            pictures.find(result.id()).ifPresent(picture -> see(result, picture));
            fetchPicture(result);
            fetchMarks(result);
        });
        fetchThumbnail();
    }

    private void see(InspectionResult result, PlainPicture picture) {
        if (seen.map(Seen::picture).filter(picture::equals).isEmpty()) {
            seen = Optional.of(new Seen(result.id(), result.time().toInstant(), picture));
            changed.run();
        }
    }

    private void fetchPicture(InspectionResult result) {
        long id = result.id();
        if (!can.test(Ability.PICTURE)
                || pictureAsked
                || pictures.find(id).isPresent()
                || isOut(id, noPicture, picturesPutOff)) {
            return;
        }
        pictureAsked = true;
        link.accept(new Command.FetchPicture(id, PictureFormat.JPEG, PictureView.SOURCE), new Got() {
            @Override
            public void replied(Reply reply, String line) {
                pictureAsked = false;
                if (reply instanceof Reply.PictureOf got) {
                    pictures.keep(id, PlainPicture.taking(got.picture()));
                } else {
                    notGot(id, reply, noPicture, picturesPutOff);
                    changed.run();
                }
                fetch();
            }
        });
    }

    private void fetchMarks(InspectionResult result) {
        long id = result.id();
        if (!can.test(Ability.MARKS) || marksAsked || marks.find(id).isPresent()) {
            return;
        }
        marksAsked = true;
        link.accept(new Command.FetchDetail(id), new Got() {
            @Override
            public void replied(Reply reply, String line) {
                marksAsked = false;
                marks.keep(
                        id, reply instanceof Reply.DetailOf got ? got.detail().overlays() : List.of());
                changed.run();
                fetch();
            }
        });
    }

    private void fetchThumbnail() {
        if (!can.test(Ability.THUMBNAIL) || thumbnailAsked) {
            return;
        }
        film.stream()
                .map(InspectionResult::id)
                .filter(id -> thumbnails.find(id).isEmpty() && !isOut(id, noThumbnail, thumbnailsPutOff))
                .findFirst()
                .ifPresent(this::fetchThumbnail);
    }

    private void fetchThumbnail(long id) {
        thumbnailAsked = true;
        link.accept(new Command.FetchPicture(id, PictureFormat.JPEG, PictureView.THUMBNAIL), new Got() {
            @Override
            public void replied(Reply reply, String line) {
                thumbnailAsked = false;
                if (reply instanceof Reply.PictureOf got) {
                    thumbnails.keep(id, PlainPicture.taking(got.picture()));
                    changed.run();
                } else {
                    notGot(id, reply, noThumbnail, thumbnailsPutOff);
                }
                fetchThumbnail();
            }
        });
    }

    private static boolean isOut(long id, Kept<Code> absent, Set<Long> putOff) {
        return absent.find(id).isPresent() || putOff.contains(id);
    }

    private static void notGot(long id, Reply reply, Kept<Code> absent, Set<Long> putOff) {
        if (reply instanceof Reply.Refused refused
                && (refused.code() == Code.NO_SUCH_RESULT || refused.code() == Code.PICTURE_NOT_KEPT)) {
            absent.keep(id, refused.code());
        } else {
            putOff.add(id);
        }
    }

    /** A lost answer is asked for anew when the next connection stands; until then nothing is asked. */
    private abstract static class Got implements Asked {
        @Override
        public void lost(Trouble trouble) {
            // restart() is called for a new connection and forgets what was asked
        }
    }
}
