/**
 * Finds where something looks like a picture of it, turned and scaled too, and so how the part lies. Imports {@code spi},
 * OpenCV and the shared parts of the tools; nothing of a picture is kept, one thread at a time.
 */
package org.shutterline.server.tool.pattern;
