package org.shutterline.server.tool.golden;

import java.util.List;

/** What a picture's comparison with the golden one gave: the spots, the largest first. */
record Comparison(Alignment alignment, List<Spot> spots) {}
