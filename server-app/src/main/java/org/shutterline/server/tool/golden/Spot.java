package org.shutterline.server.tool.golden;

import org.opencv.core.Rect;

/**
 * A place where the picture differs.
 *
 * @param box px of the golden picture
 * @param areaPx how many pixels differ
 * @param worstGrey by how much at the worst pixel, grey levels of the golden picture
 */
record Spot(Rect box, int areaPx, int worstGrey) {}
