/**
 * A conversation of lines that are answered in turn: reading, order, pace, waiting for results and pictures that are given
 * back are done here, once; a dialect says only what each line means. Imports {@code line}, {@code message} and {@code spi};
 * a conversation is used by one thread at a time.
 */
package org.shutterline.protocol.script;
