/**
 * A program of the user's own as a tool: it is sent the picture and answers with values and a verdict. Imports {@code spi}
 * and {@code spi.program}; one thread at a time asks each tool.
 */
package org.shutterline.server.tool.external;
