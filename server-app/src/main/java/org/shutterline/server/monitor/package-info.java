/**
 * What the technician's window shows and what it may ask for: one immutable state down, one interface of intent up. It
 * reaches the rest of the server through {@link org.shutterline.server.monitor.Plant} alone. Imports
 * {@code protocol.message} and the plain records of {@code net} and {@code archive}; no Swing.
 *
 * <p>Thread: all state is owned by the one thread of a {@link org.shutterline.server.monitor.Bench}, named {@code monitor};
 * the two rings take lines from any thread.
 */
package org.shutterline.server.monitor;
