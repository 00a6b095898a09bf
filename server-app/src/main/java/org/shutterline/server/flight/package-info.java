/**
 * The flight record: one trigger as one file that any copy of the program opens and runs again. Imports {@code jobs},
 * {@code station}, {@code settings}, {@code spi} and the protocol's plugins and messages. No thread of its own; blocks on
 * the disk.
 */
package org.shutterline.server.flight;
