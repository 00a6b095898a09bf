/**
 * The dialog of the storage: how full it is, what is wrong with it, backup and restore. It shows a
 * {@code storage.StorageState} and says what the technician wants; it decides nothing. Built from {@code look} and the parts
 * of {@code ui}.
 *
 * <p>Thread: the event thread.
 */
package org.shutterline.server.ui.storage;
