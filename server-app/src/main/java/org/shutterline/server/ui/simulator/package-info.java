/**
 * The card of the PLC simulator. Imports {@code server.simulator}'s states and actions and is built from {@code look}; event
 * thread only.
 */
package org.shutterline.server.ui.simulator;
