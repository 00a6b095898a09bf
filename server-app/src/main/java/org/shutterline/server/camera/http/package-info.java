/**
 * A camera that is asked for one picture at a time over HTTP, as ONVIF's snapshot address. Imports {@code spi}. Used by
 * one thread at a time; the client of the JDK has threads of its own, shared by all such cameras.
 */
package org.shutterline.server.camera.http;
