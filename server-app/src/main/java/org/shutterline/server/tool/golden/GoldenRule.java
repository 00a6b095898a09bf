package org.shutterline.server.tool.golden;

import java.util.Optional;

/**
 * What counts as a difference.
 *
 * @param toleranceGrey by how many grey levels a pixel may differ; empty: a share of the golden picture's contrast
 * @param toleranceShare that share, 0..1
 * @param sigmas how many standard deviations of the good pictures are allowed beyond that
 * @param edgeTolerancePx how far an edge may lie elsewhere
 * @param minAreaPx how many differing pixels make a defect, if it is two pixels thick somewhere; six times as many if not
 * @param joinPx how far apart pieces of one defect may lie
 * @param maxShiftPx how far the part may lie elsewhere
 * @param stretch whether the part may stretch
 * @param minSeenPercent how much of it must be seen, 0..100
 * @param maxLightPercent by how much it may be brighter or darker, % of its bright parts
 */
record GoldenRule(
        Optional<Double> toleranceGrey,
        double toleranceShare,
        double sigmas,
        double edgeTolerancePx,
        double minAreaPx,
        int joinPx,
        int maxShiftPx,
        boolean stretch,
        double minSeenPercent,
        double maxLightPercent) {
    /** One for all boards: see GoldenFigures among the tests. */
    static final GoldenRule USUAL = new GoldenRule(Optional.empty(), 0.3, 3, 2, 4, 5, 24, true, 95, 30);

    /** How far around a pixel its edges may lie, whole px: as far as the disc of {@link Golden#neighbourhood} reaches. */
    int edgeReachPx() {
        return (int) Math.floor(edgeTolerancePx);
    }
}
