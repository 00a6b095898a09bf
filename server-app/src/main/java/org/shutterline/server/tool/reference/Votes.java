package org.shutterline.server.tool.reference;

import java.util.List;
import org.shutterline.protocol.message.Point;
import org.shutterline.server.spi.Pose;

/** Where landmarks were, and where they are now; px of the reduced pictures. */
record Votes(List<Vote> votes) {
    private static final double NEAR_PX = 1;
    private static final double FAR_PX = 40;

    /** Those that are where they were. */
    Agreement still() {
        return fitted(agreeing(Pose.NONE));
    }

    /** Whether many more landmarks moved together than stayed: those near the middle of a turn stay. */
    boolean moveAsOne() {
        return consensus().count() > 1.4 * still().count();
    }

    /** The largest number of landmarks that moved as one, each single one and each two of them asked for the way. */
    Agreement consensus() {
        List<Vote> most = List.of();
        for (int i = 0; i < votes.size(); i++) {
            for (int j = i; j < votes.size(); j++) {
                Vote one = votes.get(i);
                Vote two = votes.get(j);
                if (i == j || one.from.distanceTo(two.from) >= FAR_PX) {
                    List<Vote> agreeing = agreeing(i == j ? moved(one) : fit(List.of(one, two)));
                    most = agreeing.size() > most.size() ? agreeing : most;
                }
            }
        }
        return fitted(most.size() < 3 ? most : agreeing(fit(most)));
    }

    private static Agreement fitted(List<Vote> agreeing) {
        return new Agreement(agreeing.size() < 3 ? Pose.NONE : fit(agreeing), agreeing.size());
    }

    private List<Vote> agreeing(Pose pose) {
        return votes.stream()
                .filter(vote -> pose.at(vote.from).distanceTo(vote.to) <= NEAR_PX)
                .toList();
    }

    private static Pose moved(Vote vote) {
        return new Pose(1, 0, vote.to.x() - vote.from.x(), vote.to.y() - vote.from.y());
    }

    /** The turn and shift with the least squares of what is left (Umeyama 1991, in the plane and without a scale). */
    private static Pose fit(List<Vote> votes) {
        double n = votes.size();
        double fromX = votes.stream().mapToDouble(v -> v.from.x()).sum() / n;
        double fromY = votes.stream().mapToDouble(v -> v.from.y()).sum() / n;
        double toX = votes.stream().mapToDouble(v -> v.to.x()).sum() / n;
        double toY = votes.stream().mapToDouble(v -> v.to.y()).sum() / n;
        double along = 0;
        double across = 0;
        for (Vote v : votes) {
            double fx = v.from.x() - fromX;
            double fy = v.from.y() - fromY;
            double tx = v.to.x() - toX;
            double ty = v.to.y() - toY;
            along += fx * tx + fy * ty;
            across += fx * ty - fy * tx;
        }
        double turnDeg = Math.toDegrees(Math.atan2(across, along));
        return Pose.of(new Point(fromX, fromY), new Point(toX, toY), turnDeg, 1);
    }

    /** One landmark. */
    record Vote(Point from, Point to) {}

    /** @param count of the landmarks that moved so */
    record Agreement(Pose pose, int count) {}
}
