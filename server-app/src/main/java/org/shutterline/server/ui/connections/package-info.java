/**
 * The page of connections: listeners, clients, traffic, the doctor and the terminal. It shows a
 * {@code monitor.MonitorState} and a {@code terminal.TerminalState} and says what the technician wants; it decides
 * nothing. Built from {@code look} and the parts of {@code ui}.
 *
 * <p>Thread: the event thread.
 */
package org.shutterline.server.ui.connections;
