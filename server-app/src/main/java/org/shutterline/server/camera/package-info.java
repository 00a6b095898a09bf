/**
 * Drivers of cameras, one folder each, found by {@code META-INF/services} and imported by nobody. They import {@code spi}.
 * Each is used by one thread at a time.
 */
package org.shutterline.server.camera;
