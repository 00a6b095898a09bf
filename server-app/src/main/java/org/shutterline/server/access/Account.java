package org.shutterline.server.access;

import org.shutterline.protocol.message.Role;

/**
 * A user as people see it.
 *
 * @param token whether it is a program with a random token, and no person with a password
 */
public record Account(String name, Role role, boolean token) {}
