/**
 * A PLC that is played: it triggers a station in any dialect, at a rate, with rude habits, and counts what came back.
 * Imports {@code protocol} (message, spi, plugin) and, for its presenter, {@code monitor}; a run lives on one thread, which
 * it is handed, and blocks there.
 */
package org.shutterline.server.simulator;
