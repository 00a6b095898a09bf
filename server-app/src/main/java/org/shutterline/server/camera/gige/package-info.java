/**
 * GenICam cameras, by GigE Vision or USB3 Vision, through libaravis, which is not part of the program. Imports
 * {@code spi} and JNA. A camera is used by one thread at a time; the library has threads of its own that receive packets
 * and keep the camera's heartbeat.
 */
package org.shutterline.server.camera.gige;
