/**
 * Says what is wrong on the wire: one small rule for each thing that can be wrong, fed with what passed and with what is
 * connected. Imports {@code net}, {@code protocol.message}, {@code protocol.script} and {@code protocol.spi}; opens nothing, starts no thread, asks
 * no clock. Used by the monitor's thread alone, so that nothing here costs a trigger anything.
 */
package org.shutterline.server.doctor;
