/**
 * The client as a command for scripts: one question, its answer on standard output, and an exit code. Imports {@code
 * protocol}, {@code language} and {@code link}; a command lives on the main thread and waits there.
 */
package org.shutterline.client.command;
