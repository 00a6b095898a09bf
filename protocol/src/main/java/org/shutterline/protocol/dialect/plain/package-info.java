/**
 * The dialect of the project itself, as the wire contract defines it: requests of plain fields, replies as fields or as
 * JSON. Imports {@code spi}, {@code message}, {@code line}, {@code plugin} and the JSON library; each conversation is used
 * by one thread at a time.
 */
package org.shutterline.protocol.dialect.plain;
