package org.shutterline.server.users;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.Secret;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.access.Account;
import org.shutterline.server.access.Roster.NotChanged;
import org.shutterline.server.monitor.Bench;
import org.shutterline.server.users.UsersState.Deed;
import org.shutterline.server.users.UsersState.NewToken;
import org.shutterline.server.users.UsersState.Said;
import org.shutterline.server.users.UsersState.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows the users while somebody looks, and changes one thing about them at a time. Its state is its bench's alone. */
public final class UsersPresenter implements UsersActions {
    private static final Logger LOG = LoggerFactory.getLogger(UsersPresenter.class);
    private static final Duration TICK = Duration.ofSeconds(1);

    private final UsersSource source;
    private final Bench bench;
    private final Consumer<UsersState> view;
    private Read read = new Read(List.of(), Optional.empty(), 0);
    private Optional<Said> said = Optional.empty();
    private Optional<NewToken> token = Optional.empty();
    private boolean working;
    private boolean watched;

    public UsersPresenter(UsersSource source, Bench bench, Consumer<UsersState> view) {
        this.source = source;
        this.bench = bench;
        this.view = view;
    }

    /** Begins to look for what others change. */
    public void start() {
        bench.every(TICK, () -> {
            if (watched) {
                look();
            }
        });
    }

    @Override
    public void watching(boolean yes) {
        bench.run(() -> {
            watched = yes;
            said = Optional.empty();
            token = Optional.empty();
            look();
        });
    }

    private void look() {
        bench.aside(() -> {
            Read now = read();
            bench.run(() -> {
                read = now;
                publish();
            });
        });
    }

    private record Read(List<Account> users, Optional<String> damage, int logOffMin) {}

    private Read read() {
        int logOffMin = Math.toIntExact(source.logOff().toMinutes());
        try {
            return new Read(source.all(), Optional.empty(), logOffMin);
        } catch (BadSetting damaged) {
            return new Read(List.of(), Optional.of(String.valueOf(damaged.getMessage())), logOffMin);
        }
    }

    /** Something that changes the users; it may make a token. */
    private interface Task {
        Optional<Secret> done() throws NotChanged, IOException;
    }

    @Override
    public void add(String name, Role role, Secret password, Secret again) {
        unlessDifferent(Deed.ADD, name, password, again, () -> {
            source.add(name, role, password);
            return Optional.empty();
        });
    }

    @Override
    public void addToken(String name, Role role) {
        begin(Deed.ADD, name, () -> Optional.of(source.addToken(name, role)));
    }

    @Override
    public void role(String name, Role role) {
        begin(Deed.ROLE, name, () -> {
            source.role(name, role);
            return Optional.empty();
        });
    }

    @Override
    public void password(String name, Secret password, Secret again) {
        unlessDifferent(Deed.PASSWORD, name, password, again, () -> {
            source.password(name, password);
            return Optional.empty();
        });
    }

    @Override
    public void renew(String name) {
        begin(Deed.RENEW, name, () -> Optional.of(source.renew(name)));
    }

    @Override
    public void remove(String name) {
        begin(Deed.REMOVE, name, () -> {
            source.remove(name);
            return Optional.empty();
        });
    }

    @Override
    public void logOff(int minutes) {
        begin(Deed.LOG_OFF, Integer.toString(minutes), () -> {
            source.logOff(Duration.ofMinutes(minutes));
            return Optional.empty();
        });
    }

    @Override
    public void seen() {
        bench.run(() -> {
            token = Optional.empty();
            publish();
        });
    }

    private void unlessDifferent(Deed deed, String name, Secret password, Secret again, Task task) {
        if (password.equals(again)) {
            begin(deed, name, task);
        } else {
            bench.run(() -> {
                said = Optional.of(new Said(deed, name, Optional.of(Trouble.NOT_THE_SAME), ""));
                publish();
            });
        }
    }

    private void begin(Deed deed, String name, Task task) {
        bench.run(() -> {
            if (working) {
                return;
            }
            working = true;
            said = Optional.empty();
            publish();
            bench.aside(() -> {
                Ended ended = ended(deed, name, task);
                Read now = read();
                bench.run(() -> finish(ended, now));
            });
        });
    }

    private record Ended(Said said, Optional<NewToken> token) {}

    private static Ended ended(Deed deed, String name, Task task) {
        try {
            Optional<NewToken> made = task.done().map(secret -> new NewToken(name, secret));
            return new Ended(new Said(deed, name, Optional.empty(), ""), made);
        } catch (NotChanged not) {
            return refused(deed, name, Trouble.valueOf(not.why().name()), "");
        } catch (IOException | BadSetting failed) {
            LOG.warn("the users were not changed: {}", failed.getMessage());
            return refused(deed, name, Trouble.FAILED, String.valueOf(failed.getMessage()));
        }
    }

    private static Ended refused(Deed deed, String name, Trouble trouble, String detail) {
        return new Ended(new Said(deed, name, Optional.of(trouble), detail), Optional.empty());
    }

    private void finish(Ended ended, Read now) {
        working = false;
        read = now;
        said = Optional.of(ended.said());
        token = watched ? ended.token().or(() -> token) : Optional.empty();
        publish();
    }

    private void publish() {
        if (watched) {
            view.accept(new UsersState(read.users(), read.damage(), read.logOffMin(), working, said, token));
        }
    }
}
