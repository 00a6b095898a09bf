/**
 * The tool that says whether the camera is where it was. Imports {@code spi}, OpenCV and the shared parts of
 * {@code tool}; imported by nobody.
 */
package org.shutterline.server.tool.reference;
