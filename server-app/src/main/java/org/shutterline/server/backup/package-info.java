/**
 * All that a station keeps as one file, and back: results, pictures, jobs, labelled pictures, settings. Imports
 * {@code archive} and nothing else of the server; what jobs and settings mean it does not know, they are files to it.
 * Runs on the caller's thread and blocks on the disk.
 */
package org.shutterline.server.backup;
