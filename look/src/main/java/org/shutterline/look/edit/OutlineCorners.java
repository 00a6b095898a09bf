package org.shutterline.look.edit;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.util.Optional;
import java.util.OptionalInt;

/** The corners of an outline under edit. One may be chosen: it is moved, taken away, or gets another one after it. */
final class OutlineCorners {
    private final EditedRegion region;
    private OptionalInt chosen = OptionalInt.empty();

    OutlineCorners(EditedRegion region) {
        this.region = region;
    }

    OptionalInt chosen() {
        return chosen;
    }

    /** The chosen corner as what can be dragged. */
    Optional<Handle> handle() {
        return chosen.isPresent()
                ? outline().map(outline -> outline.handles().get(chosen.getAsInt()))
                : Optional.empty();
    }

    private Optional<Outline> outline() {
        return region.shape().filter(Outline.class::isInstance).map(Outline.class::cast);
    }

    /** Chooses what was taken, if that is a corner. */
    void choose(Optional<Handle> taken) {
        chosen = taken.filter(handle -> handle.role() == Handle.Role.POINT)
                .map(handle -> OptionalInt.of(handle.index()))
                .orElse(OptionalInt.empty());
    }

    /** Chooses the next corner or the one before; false if there are none. */
    boolean chooseNext(int step) {
        outline().ifPresent(outline -> {
            int from = chosen.isPresent() ? chosen.getAsInt() : step > 0 ? -1 : 0;
            chosen = OptionalInt.of(Math.floorMod(from + step, outline.points().size()));
        });
        return outline().isPresent();
    }

    /** Chooses none; false if none was chosen. */
    boolean leave() {
        boolean left = chosen.isPresent();
        chosen = OptionalInt.empty();
        return left;
    }

    /** Another shape is about to be shown: the corner stays chosen if that looks like the same outline. */
    void leaveUnlessLike(Optional<EditShape> shown) {
        boolean alike = outline()
                .flatMap(now -> shown.filter(next -> next instanceof Outline outline
                        && outline.points().size() == now.points().size()))
                .isPresent();
        if (!alike) {
            leave();
        }
    }

    /** Takes the chosen corner away; false if none is chosen. */
    boolean remove() {
        Optional<Outline> outline = outline().filter(now -> chosen.isPresent());
        outline.ifPresent(now -> {
            Outline fewer = now.without(chosen.getAsInt());
            leave();
            become(fewer);
        });
        return outline.isPresent();
    }

    /** Adds one in the middle of the line after the chosen corner; false if none is chosen. */
    boolean add() {
        Optional<Outline> outline = outline().filter(now -> chosen.isPresent());
        outline.ifPresent(now -> {
            Line2D edge = now.edge(chosen.getAsInt());
            add(
                    now,
                    chosen.getAsInt(),
                    new Point2D.Double((edge.getX1() + edge.getX2()) / 2, (edge.getY1() + edge.getY2()) / 2));
        });
        return outline.isPresent();
    }

    /** Adds one on the line that is nearest to a place; false if there are no corners. */
    boolean addAt(Point2D at) {
        Optional<Outline> outline = outline();
        outline.ifPresent(now -> add(now, now.edgeNear(at), at));
        return outline.isPresent();
    }

    private void add(Outline outline, int after, Point2D at) {
        Outline more = outline.with(after, at);
        chosen = OptionalInt.of(more.equals(outline) ? after : after + 1);
        become(more);
    }

    private void become(Outline next) {
        region.end();
        if (!region.shape().equals(Optional.of(next))) {
            region.become(next);
        }
    }
}
