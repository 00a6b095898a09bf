/**
 * What every camera is held to, whichever driver it has: that it is the right one, that a picture is whole and no older than
 * its trigger, how long a live camera's pictures take, and the faults that can be asked for. Imports {@code spi} and
 * {@code plugin}. A guarded camera is used by one thread at a time; what a station keeps while its camera is opened again is
 * safe for all threads.
 */
package org.shutterline.server.guard;
