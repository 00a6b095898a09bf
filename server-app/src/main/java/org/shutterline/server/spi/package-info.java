/**
 * All that the author of a camera or a tool must read. Imports {@code protocol.message}, {@code protocol.plugin} and
 * OpenCV; nothing else of the server.
 */
package org.shutterline.server.spi;
