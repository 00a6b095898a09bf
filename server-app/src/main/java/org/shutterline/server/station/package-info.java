/**
 * What the machine does: {@link org.shutterline.server.station.Station} is its state without threads, the inspector judges
 * one picture by one job, the runner has the threads, and the keeper is what it wants of an archive. Imports
 * {@code protocol.message}, {@code protocol.plugin} and {@code spi}; knows no socket, no window, no archive, no plugin.
 */
package org.shutterline.server.station;
