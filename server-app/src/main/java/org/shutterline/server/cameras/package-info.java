/**
 * The cameras as the technician sets them up: which there are, what one of them sees, how it is set, which station has it,
 * and its faults on demand. One immutable state down, one interface of intent up; it reaches the rest of the server through
 * {@link org.shutterline.server.cameras.CamerasSource} alone. Imports {@code protocol}, {@code spi}, {@code guard},
 * {@code settings} and the bench of {@code monitor}; no Swing.
 *
 * <p>Threads: all state is owned by the thread {@code cameras}, files are written on {@code cameras-files}. What a driver may
 * block is done on threads of its own: {@code cameras-find-<driver>} looks which there are, {@code cameras-look-<n>} looks
 * through one, {@code cameras-delay} measures how long its pictures take. One that does not come back is left alone.
 */
package org.shutterline.server.cameras;
