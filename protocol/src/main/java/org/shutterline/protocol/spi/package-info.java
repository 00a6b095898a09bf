/**
 * One connection without its socket: what a dialect must be able to do. Bytes, replies, events and the time go in, steps
 * come out. Imports {@code message} and {@code plugin}; a conversation is used by one thread at a time.
 */
package org.shutterline.protocol.spi;
