/**
 * Where the picture's px lie in mm: by a known length, or by a chessboard with the lens's distortion. Imports {@code spi},
 * OpenCV and the edges of {@code gauge}; nothing of a picture is kept, one thread at a time.
 */
package org.shutterline.server.tool.calibration;
