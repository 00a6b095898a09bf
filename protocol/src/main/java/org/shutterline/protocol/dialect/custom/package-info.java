/**
 * A dialect that its users write themselves: a table from what comes in to a verb of ours, and templates for what goes out.
 * All but the script and the client is immutable.
 */
package org.shutterline.protocol.dialect.custom;
