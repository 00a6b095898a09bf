/** The languages that peers speak, one folder each, imported by nobody and found by {@code META-INF/services}. */
package org.shutterline.protocol.dialect;
