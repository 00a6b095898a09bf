package org.shutterline.server.users;

import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.Secret;

/** What one who may do all wants of users. Safe for any thread; each call returns at once and its effect comes as a state. */
public interface UsersActions {
    /** Whether anyone looks; what was said and shown before is forgotten. */
    void watching(boolean yes);

    /** @param again the password as it was typed the second time */
    void add(String name, Role role, Secret password, Secret again);

    /** A program, which gets a token. */
    void addToken(String name, Role role);

    void role(String name, Role role);

    /** @param again the password as it was typed the second time */
    void password(String name, Secret password, Secret again);

    void renew(String name);

    void remove(String name);

    /** After so many minutes without a touch somebody is logged off at the window. */
    void logOff(int minutes);

    /** The token was written down, and is shown no more. */
    void seen();
}
