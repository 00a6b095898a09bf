/**
 * The tool that reads printed text. Imports {@code spi}, OpenCV and the text reader, which is loaded when the first job that
 * reads text is.
 */
package org.shutterline.server.tool.text;
