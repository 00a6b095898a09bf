/**
 * All stations and the archive as one: it answers every command and tells every event. Imports {@code station},
 * {@code archive}, {@code settings} and what {@code net} wants of it; knows no socket and no window. Safe for all threads.
 */
package org.shutterline.server.machine;
