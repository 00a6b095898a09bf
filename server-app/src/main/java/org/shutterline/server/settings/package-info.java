/**
 * Settings and jobs as files under the data folder, read through checked records and saved so that a power cut leaves the
 * old or the new one. Imports {@code protocol.plugin}, {@code spi} and the plain records of {@code station}; blocks on
 * the disk, so never used on the event thread.
 */
package org.shutterline.server.settings;
