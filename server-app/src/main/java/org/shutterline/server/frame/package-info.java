/** Memory for pictures, outside the heap, used again and again. Imports {@code spi}. Safe for all threads. */
package org.shutterline.server.frame;
