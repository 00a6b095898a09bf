/**
 * The technician's window: it shows a {@code monitor.MonitorState} and says what the technician wants as
 * {@code monitor.MonitorActions}; it decides nothing. Built from {@code look}; imports {@code protocol.message},
 * {@code monitor}, the plain records of {@code net}, and {@code settings.SafeFile}.
 *
 * <p>Thread: the event thread, but for {@code window-pictures}, which decodes pictures, and {@code window-end}, which
 * writes the window's own file and stops the server when the window was closed.
 */
package org.shutterline.server.ui;
