/**
 * Framing: bytes in, whole lines or the next n bytes out, however the bytes were cut; and their text. Knows nothing of what a line
 * means, imports nothing of ours; a framer is used by one thread at a time.
 */
package org.shutterline.protocol.line;
