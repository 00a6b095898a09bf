/**
 * Keeps what was seen: results in one SQLite file, pictures as files beside it. Implements {@code station.Keeper}; imports
 * {@code protocol.message}, {@code spi}, {@code frame} and {@code station.Keeper}, and nothing else of the server.
 *
 * <p>Threads: {@code archive} alone writes to the database; {@code pictures} alone writes, deletes and counts picture
 * files; look-ups run on the caller's thread over read connections.
 */
package org.shutterline.server.archive;
