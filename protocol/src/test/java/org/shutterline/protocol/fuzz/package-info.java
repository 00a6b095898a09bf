/**
 * Jazzer against both sides of every dialect: a class for each holds what its talks begin from, and {@link
 * org.shutterline.protocol.fuzz.JazzerIT} has Jazzer look for others.
 */
package org.shutterline.protocol.fuzz;
