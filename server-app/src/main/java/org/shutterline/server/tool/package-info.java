/**
 * The tools that look at pictures, found by {@code META-INF/services} and imported by nobody. They import {@code spi},
 * OpenCV and the code reader, and keep nothing of a picture. Each is used by one thread at a time.
 */
package org.shutterline.server.tool;
