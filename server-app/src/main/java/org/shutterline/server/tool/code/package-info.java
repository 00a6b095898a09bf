/**
 * The tool that reads codes. Imports {@code spi}, OpenCV, the code reader (ZXing) and the shared parts of {@code tool};
 * imported by nobody. Attempts are ordered from the cheapest to the dearest, and each is one {@link CodeView}.
 */
package org.shutterline.server.tool.code;
