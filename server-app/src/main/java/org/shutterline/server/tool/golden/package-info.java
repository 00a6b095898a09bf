/**
 * Difference from a golden picture: aligns the picture to the good one, takes the light into account, and boxes what differs.
 * Imports {@code spi}, OpenCV and {@code tool.Mats}; keeps nothing of a picture. Used by one thread at a time.
 */
package org.shutterline.server.tool.golden;
