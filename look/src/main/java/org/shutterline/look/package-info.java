/**
 * What both windows are made of: theme and palette, icons and state shapes, cards, buttons, the verdict banner, value
 * rows, picture with marks, filmstrip, trend, banners and wire text. It shows what it is handed and decides nothing.
 * May import {@code org.shutterline.protocol.message}, Swing and the look-and-feel libraries; the event thread only.
 */
package org.shutterline.look;
