/**
 * Tools that look at no picture but at what earlier tools said: values reckoned from values, verdicts joined. Imports
 * {@code spi} only; nothing of a picture is kept, one thread at a time.
 */
package org.shutterline.server.tool.logic;
