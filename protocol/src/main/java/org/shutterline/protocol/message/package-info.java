/**
 * What may be said between a peer and a station, whatever the dialect: commands, the reply that each gets at once, and
 * the events that come later. Immutable values only; imports nothing of ours and no thread touches it more than another.
 */
package org.shutterline.protocol.message;
