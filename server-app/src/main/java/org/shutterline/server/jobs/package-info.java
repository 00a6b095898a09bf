/**
 * The jobs as everybody shares them: read, saved as versions, compared in words, and carried as one file from one station
 * to another. Imports {@code settings}, {@code spi} and the jobs of {@code station}; no window, no socket, no archive.
 * Blocks on the disk, so never used on the event thread.
 */
package org.shutterline.server.jobs;
