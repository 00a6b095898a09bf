package org.shutterline.server.users;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.Secret;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.access.Account;
import org.shutterline.server.access.Roster.NotChanged;

/**
 * The users of this server, for whoever sits at the window. All of it blocks on the disk. Whoever may not change them gets a
 * {@link BadSetting}, and so does everybody while the file is damaged. Safe for all threads.
 */
public interface UsersSource {
    List<Account> all();

    /** A person more. */
    void add(String name, Role role, Secret password) throws NotChanged, IOException;

    /**
     * A program more.
     *
     * @return its token, which can never be had again
     */
    Secret addToken(String name, Role role) throws NotChanged, IOException;

    void role(String name, Role role) throws NotChanged, IOException;

    void password(String name, Secret password) throws NotChanged, IOException;

    /** @return the new token; the old one is good for nothing any more */
    Secret renew(String name) throws NotChanged, IOException;

    void remove(String name) throws NotChanged, IOException;

    /** After so long without a touch somebody is logged off at the window. */
    Duration logOff();

    /** Does so after another time, from now on and after the next start; whole minutes. */
    void logOff(Duration idle) throws NotChanged, IOException;
}
