/**
 * What a technician sees and does of the storage: how full it is, what is wrong with it, backup, restore, a look through
 * everything. State and decisions, no window; imports {@code monitor} for its bench. Thread: its bench.
 */
package org.shutterline.server.storage;
