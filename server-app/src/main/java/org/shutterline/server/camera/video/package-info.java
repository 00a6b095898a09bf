/**
 * Cameras that send a stream, and films in files, by FFmpeg: USB, RTSP, MJPEG over HTTP, MP4, AVI. Imports {@code spi}
 * and FFmpeg's binding. A camera is used by one thread at a time; each stream has a thread of its own that reads it.
 */
package org.shutterline.server.camera.video;
