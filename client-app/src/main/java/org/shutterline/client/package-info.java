/**
 * The operator's program: {@link org.shutterline.client.ClientMain} reads the command line and wires everything, once.
 * Imports all rooms of the client; the window lives on Swing's event thread, a command on the main thread.
 */
package org.shutterline.client;
