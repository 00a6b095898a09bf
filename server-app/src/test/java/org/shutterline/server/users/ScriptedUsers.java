package org.shutterline.server.users;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.Secret;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.access.Account;

/** Users in memory; each change can be refused. */
public final class ScriptedUsers implements UsersSource {
    final List<String> asked = new ArrayList<>();
    Optional<String> refusal = Optional.empty();
    Optional<String> damage = Optional.empty();
    private final List<Account> users = new ArrayList<>();
    private Duration logOff = Duration.ofMinutes(10);

    public ScriptedUsers with(String name, Role role, boolean token) {
        users.add(new Account(name, role, token));
        return this;
    }

    @Override
    public List<Account> all() {
        damage.ifPresent(why -> {
            throw new BadSetting("users.yaml", why);
        });
        return List.copyOf(users);
    }

    private void asked(String what) {
        asked.add(what);
        refusal.ifPresent(why -> {
            throw new BadSetting("this window", why);
        });
    }

    @Override
    public void add(String name, Role role, Secret password) {
        asked("add " + name + " " + role + " " + password.reveal());
        with(name, role, false);
    }

    @Override
    public Secret addToken(String name, Role role) {
        asked("add token " + name + " " + role);
        with(name, role, true);
        return Secret.of("token-of-" + name);
    }

    @Override
    public void role(String name, Role role) {
        asked(name + " is " + role);
        users.replaceAll(user -> user.name().equals(name) ? new Account(name, role, user.token()) : user);
    }

    @Override
    public void password(String name, Secret password) {
        asked("password of " + name + " " + password.reveal());
    }

    @Override
    public Secret renew(String name) {
        asked("renew " + name);
        return Secret.of("second-token-of-" + name);
    }

    @Override
    public void remove(String name) {
        asked("remove " + name);
        users.removeIf(user -> user.name().equals(name));
    }

    @Override
    public Duration logOff() {
        return logOff;
    }

    @Override
    public void logOff(Duration idle) {
        asked("log off after " + idle);
        logOff = idle;
    }
}
