/**
 * The users of the server as one who may do all sees and changes them: state and decisions, no window. Imports
 * {@code access} for what a user is, and {@code monitor} for its bench. Thread: its bench.
 */
package org.shutterline.server.users;
