/**
 * What the client remembers between two runs, as a file that people can read. Imports {@code protocol.plugin} for typed
 * settings and {@code language}; no thread of its own.
 */
package org.shutterline.client.settings;
