/**
 * The listeners as the technician sets them up: one of them as a form, with a preview of what it would tell of the last
 * result. One immutable state down, one interface of intent up; it reaches the rest of the server through
 * {@link org.shutterline.server.listeners.ListenersSource} alone. Imports {@code protocol}, {@code settings} and the bench of
 * {@code monitor}; no Swing.
 *
 * <p>Threads: all state is owned by the thread of the bench; what writes the settings, binds ports or reads the archive is
 * done aside.
 */
package org.shutterline.server.listeners;
