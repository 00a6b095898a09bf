/**
 * A camera that replays the picture files of a folder. Imports {@code spi}. Used by one thread at a time.
 */
package org.shutterline.server.camera.folder;
