/**
 * What every kind of plugin shares: an id, typed settings, and how it is found. Cameras, tools and dialects stand on it.
 * Imports nothing of ours; no thread of its own.
 */
package org.shutterline.protocol.plugin;
