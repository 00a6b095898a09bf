package org.shutterline.server.access;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.Secret;

/**
 * What one who may do all changes about users while the server runs. At least one person who may do all is always left.
 * Blocks on the disk and on hashing; safe for all threads and processes.
 */
public final class Roster {
    private static final int MOST = 1_000;

    private final Users users;

    public Roster(Users users) {
        this.users = users;
    }

    /** Why something was not changed. */
    public enum Why {
        /** It is no name: letters, digits, {@code . _ @ -}, 64 at most. */
        NAME,
        /** Somebody is called so already. */
        TAKEN,
        /** Fewer than {@link Users#LEAST_CHARACTERS} characters, or more than 200. */
        PASSWORD,
        /** Nobody is called so. */
        GONE,
        /** Nobody would be left who may do all and has a password. */
        LAST_ADMIN,
        /** There are as many users as there may be. */
        TOO_MANY
    }

    /** Nothing was changed. */
    public static final class NotChanged extends Exception {
        private static final long serialVersionUID = 1;

        private final Why why;

        NotChanged(Why why) {
            super(why.name());
            this.why = why;
        }

        public Why why() {
            return why;
        }
    }

    public void add(String name, Role role, Secret password) throws NotChanged, IOException {
        check(Users.isPassword(password), Why.PASSWORD);
        join(new User(name, role, false, users.hashed(password)));
    }

    /** @return the token, which is kept nowhere */
    public Secret addToken(String name, Role role) throws NotChanged, IOException {
        Secret token = users.randomToken();
        join(new User(name, role, true, users.hashed(token)));
        return token;
    }

    private void join(User user) throws NotChanged, IOException {
        check(User.isName(user.name()), Why.NAME);
        users.change((Users.Change<NotChanged>) all -> {
            check(all.stream().noneMatch(other -> other.name().equals(user.name())), Why.TAKEN);
            check(all.size() < MOST, Why.TOO_MANY);
            all.add(user);
        });
    }

    /** Password or token stay. */
    public void role(String name, Role role) throws NotChanged, IOException {
        change(name, user -> new User(name, role, user.token(), user.hash()));
    }

    public void password(String name, Secret password) throws NotChanged, IOException {
        check(Users.isPassword(password), Why.PASSWORD);
        PasswordHash hash = users.hashed(password);
        change(name, user -> new User(name, user.role(), false, hash));
    }

    /** @return the new token, which is kept nowhere; the old one lets nobody in any more */
    public Secret renew(String name) throws NotChanged, IOException {
        Secret token = users.randomToken();
        PasswordHash hash = users.hashed(token);
        change(name, user -> new User(name, user.role(), true, hash));
        return token;
    }

    private void change(String name, UnaryOperator<User> to) throws NotChanged, IOException {
        keepingAnAdmin(all -> {
            int index = index(all, name);
            all.set(index, to.apply(all.get(index)));
        });
    }

    public void remove(String name) throws NotChanged, IOException {
        keepingAnAdmin(all -> all.remove(index(all, name)));
    }

    private void keepingAnAdmin(Users.Change<NotChanged> change) throws NotChanged, IOException {
        users.change((Users.Change<NotChanged>) all -> {
            boolean had = hasAdmin(all);
            change.on(all);
            check(!had || hasAdmin(all), Why.LAST_ADMIN);
        });
    }

    private static int index(List<User> all, String name) throws NotChanged {
        int index = all.stream().map(User::name).toList().indexOf(name);
        check(index >= 0, Why.GONE);
        return index;
    }

    private static boolean hasAdmin(List<User> all) {
        return all.stream().anyMatch(user -> user.role() == Role.ADMIN && !user.token());
    }

    private static void check(boolean well, Why why) throws NotChanged {
        if (!well) {
            throw new NotChanged(why);
        }
    }
}
