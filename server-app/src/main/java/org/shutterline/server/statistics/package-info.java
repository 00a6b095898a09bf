/**
 * What the page of statistics shows and what may be asked of it: one immutable state down, one interface of intent up. It
 * reaches the rest of the server through {@link org.shutterline.server.statistics.StatisticsSource} alone. Imports
 * {@code protocol.message}, the bench of {@code monitor} and plain records of {@code archive} and {@code machine}; no Swing.
 *
 * <p>Thread: all state is owned by the one thread of the {@link org.shutterline.server.monitor.Bench}.
 */
package org.shutterline.server.statistics;
