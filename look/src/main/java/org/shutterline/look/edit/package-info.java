/**
 * Drawing, moving, turning and resizing one region over a picture, with the mouse and with the keys. The shapes are
 * values, the editor a {@link org.shutterline.look.PictureLayer}; it tells what a person did and stores nothing. May
 * import {@code org.shutterline.look} and {@code org.shutterline.protocol.message}; the event thread only.
 */
package org.shutterline.look.edit;
