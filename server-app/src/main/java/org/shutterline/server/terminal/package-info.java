/**
 * The terminal of the technician's window: what is typed goes as bytes to any address, what comes back is shown line by
 * line and read by the dialect. State and decisions without a window. Imports {@code protocol}, the records of {@code net},
 * {@code monitor.Bench} and {@code monitor.ListenerPlate}.
 *
 * <p>Threads: the presenter's own work is done on the bench {@code terminal}; {@code terminal-files} connects and writes;
 * {@code terminal-read}, one a connection, reads, and waits while the bench has not taken what it read.
 */
package org.shutterline.server.terminal;
