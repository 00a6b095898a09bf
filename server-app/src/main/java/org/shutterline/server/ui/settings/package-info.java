/**
 * Settings of plugins as they are changed by hand: a row with a control for each kind of thing, and the words for keys and
 * choices. Jobs and cameras share it. Imports {@code settings}, {@code look} and the parts of {@code ui}.
 *
 * <p>Thread: the event thread.
 */
package org.shutterline.server.ui.settings;
