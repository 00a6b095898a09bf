package org.shutterline.server;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.Secret;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.access.Account;
import org.shutterline.server.access.Act;
import org.shutterline.server.access.Roster;
import org.shutterline.server.access.Roster.NotChanged;
import org.shutterline.server.access.Users;
import org.shutterline.server.settings.SettingsFile;
import org.shutterline.server.users.UsersSource;

/** The users as whoever sits at the window may change them; each change is in the books before it is made, and that it was not made too. */
record WindowUsers(WindowSeat seat, Users users, Roster roster, SettingsFile file) implements UsersSource {
    @Override
    public List<Account> all() {
        return users.all();
    }

    @Override
    public void add(String name, Role role, Secret password) throws NotChanged, IOException {
        done("user " + name + " to be added, " + role, () -> {
            roster.add(name, role, password);
            return password;
        });
    }

    @Override
    public Secret addToken(String name, Role role) throws NotChanged, IOException {
        return done("token " + name + " to be added, " + role, () -> roster.addToken(name, role));
    }

    @Override
    public void role(String name, Role role) throws NotChanged, IOException {
        done("user " + name + " to be " + role, () -> {
            roster.role(name, role);
            return name;
        });
    }

    @Override
    public void password(String name, Secret password) throws NotChanged, IOException {
        done("user " + name + " to have another password", () -> {
            roster.password(name, password);
            return name;
        });
    }

    @Override
    public Secret renew(String name) throws NotChanged, IOException {
        return done("token " + name + " to be another", () -> roster.renew(name));
    }

    @Override
    public void remove(String name) throws NotChanged, IOException {
        done("user " + name + " to be removed", () -> {
            roster.remove(name);
            return name;
        });
    }

    @Override
    public Duration logOff() {
        return seat.idle();
    }

    @Override
    public void logOff(Duration idle) throws NotChanged, IOException {
        done("the window to log off after " + idle.toMinutes() + " minutes", () -> {
            file.writeLogOff(idle);
            seat.idle(idle);
            return idle;
        });
    }

    /** Something that changes the users. */
    private interface Change<T> {
        T made() throws NotChanged, IOException;
    }

    private <T> T done(String deed, Change<T> change) throws NotChanged, IOException {
        seat.does(Act.USERS, deed);
        try {
            return change.made();
        } catch (NotChanged not) {
            seat.notDone(deed, String.valueOf(not.why()));
            throw not;
        } catch (IOException | BadSetting failed) {
            seat.notDone(deed, String.valueOf(failed.getMessage()));
            throw failed;
        }
    }
}
