/**
 * In which language a station is talked to, what can be said in it, and what is made of results that have neither a number
 * nor a time. Imports {@code protocol} (message, spi, plugin) only; opens no socket, no thread of its own.
 */
package org.shutterline.client.language;
