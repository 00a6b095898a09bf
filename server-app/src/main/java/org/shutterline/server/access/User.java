package org.shutterline.server.access;

import java.util.regex.Pattern;
import org.shutterline.protocol.message.Role;

/**
 * Somebody, or some program, that may log in.
 *
 * @param name letters, digits, {@code . _ @ -}, 64 at most; a capital letter is another letter
 * @param role what it may do
 * @param token whether it is a program with a random token, and no person with a password
 * @param hash what is kept of the password or token
 */
record User(String name, Role role, boolean token, PasswordHash hash) {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._@-]{1,64}");

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Without what is kept of its password, for people. */
    Account account() {
        return new Account(name, role, token);
    }
}
