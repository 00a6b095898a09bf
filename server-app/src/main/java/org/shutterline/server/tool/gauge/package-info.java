/**
 * Tools that measure on edges: calipers, lines and circles, and what lies between the features that they found. Edges are
 * searched in px of the view and laid out in the plane, so that a calibrated job measures in mm. Imports {@code spi},
 * OpenCV and the shared parts of the tools; nothing of a picture is kept, one thread at a time.
 */
package org.shutterline.server.tool.gauge;
