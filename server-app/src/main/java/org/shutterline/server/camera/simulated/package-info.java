/**
 * A camera that draws metal plates, the same ones for the same settings, and knows the truth about each. Imports
 * {@code spi} and the code writer. Used by one thread at a time.
 */
package org.shutterline.server.camera.simulated;
