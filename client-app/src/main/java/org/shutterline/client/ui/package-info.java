/**
 * The operator's window: it builds, binds and paints, and decides nothing. Imports {@code look}, {@code operator} and
 * {@code settings}; everything runs on Swing's event thread but the decoding of pictures, which has a thread of its own.
 */
package org.shutterline.client.ui;
