/**
 * Who may do what: users and their passwords, the gate through which every command of a peer goes, the certificate of
 * encrypted listeners, and the books of what was done and refused. Imports {@code protocol.message}, {@code net} for who
 * is asking, and {@code settings} for files; opens no socket. The gate is safe for all threads; passwords are checked on
 * the thread {@code login}.
 */
package org.shutterline.server.access;
