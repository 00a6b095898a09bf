/**
 * How other makers' programs expect results and names: the fields of a line, numbers of fixed width, words for verdicts, and
 * maps from their numbers and names to ours. Imports {@code message} and {@code plugin}; all of it is immutable.
 */
package org.shutterline.protocol.format;
