/**
 * The page of cameras: it shows a {@code cameras.CamerasState} and says what the technician wants as
 * {@code cameras.CamerasActions}; it decides nothing. Built from {@code look} and the parts of {@code ui}.
 *
 * <p>Thread: the event thread.
 */
package org.shutterline.server.ui.cameras;
