/**
 * A program beside the server that is asked about pictures over its standard input and output, for tools that must not
 * run in the server itself. Imports {@code spi}, {@code protocol.line} and OpenCV. {@link
 * org.shutterline.server.spi.program.Program} is asked by one thread at a time and has a few threads of its own, which end
 * when it is closed. The lines are described in {@code docs/how-to-use-your-own-program.md}.
 */
package org.shutterline.server.spi.program;
