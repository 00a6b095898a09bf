package org.shutterline.server.tool.golden;

import java.util.List;

/**
 * What a comparison with the golden picture gave.
 *
 * @param aligned how the picture lies
 * @param spots where it differs, the largest first
 */
record Comparison(Aligned aligned, List<Spot> spots) {}
