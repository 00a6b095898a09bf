package org.shutterline.protocol.dialect.insight;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;

/** Who may log in on one listener. None comes with the program, and the server's own accounts are none of these. */
final class Logins {
    private static final String NAME = "name";
    private static final String PASSWORD = "password";
    private static final String ROLE = "role";

    /** They have no default: without one nobody could ever log in. */
    static final Setting<Logins> SETTING = Setting.of(
                    "logins",
                    "a list of {name, password, role}, each name once, role one of view, trigger, operate, admin",
                    Logins::read)
            .as(new Setting.Rows(List.of(NAME, PASSWORD, ROLE)))
            .secret();

    /** The names that may have no password. */
    static final Setting<List<String>> BLANK = Setting.of(
                    "blankPasswordFor", "a list of names of logins", Logins::names)
            .as(new Setting.Texts())
            .byDefault(List.of());

    private record Login(String name, String password, Role role) {}

    private final List<Login> all;

    private Logins(List<Login> all) {
        this.all = List.copyOf(all);
    }

    /** @throws BadSetting if there are none, or one has no password and is not named among those that need none */
    static Logins of(Options options) {
        Logins logins = options.get(SETTING);
        List<String> blank = options.get(BLANK);
        for (Login login : logins.all) {
            if (login.password.isEmpty() && !blank.contains(login.name)) {
                throw new BadSetting(
                        options.placeOf(SETTING),
                        "expected a password for '" + login.name + "', or that name in " + BLANK.key());
            }
        }
        return logins;
    }

    private static Optional<Logins> read(Object raw) {
        if (!(raw instanceof List<?> rows) || rows.isEmpty()) {
            return Optional.empty();
        }
        List<Login> read = new ArrayList<>();
        for (Object row : rows) {
            Optional<Login> login = row instanceof Map<?, ?> fields ? login(fields) : Optional.empty();
            login.filter(one -> read.stream().noneMatch(other -> other.name.equals(one.name)))
                    .ifPresent(read::add);
        }
        return read.size() == rows.size() ? Optional.of(new Logins(read)) : Optional.empty();
    }

    private static Optional<Login> login(Map<?, ?> fields) {
        String name = text(fields, NAME);
        String password = text(fields, PASSWORD);
        Optional<Role> role = role(text(fields, ROLE));
        boolean known = fields.keySet().stream().map(String::valueOf).allMatch(Set.of(NAME, PASSWORD, ROLE)::contains);
        return known && !name.isBlank() ? role.map(may -> new Login(name, password, may)) : Optional.empty();
    }

    /** A key with nothing after it is as good as none. */
    private static String text(Map<?, ?> fields, String key) {
        return Optional.<Object>ofNullable(fields.get(key)).map(String::valueOf).orElse("");
    }

    private static Optional<Role> role(String text) {
        String word = text.isEmpty() ? Role.ADMIN.word() : text.toLowerCase(Locale.ROOT);
        return Arrays.stream(Role.values())
                .filter(role -> role.word().equals(word))
                .findFirst();
    }

    private static Optional<List<String>> names(Object raw) {
        return raw instanceof List<?> list
                ? Optional.of(list.stream().map(String::valueOf).toList())
                : Optional.empty();
    }

    /** What this login may do at most; empty if there is no such name, or the password is another. */
    Optional<Role> role(String name, String password) {
        return all.stream()
                .filter(login -> login.name.equals(name))
                .filter(login -> same(login.password, password))
                .map(Login::role)
                .findFirst();
    }

    /** The name of the first. */
    String firstName() {
        return all.get(0).name;
    }

    /** The password of the first. */
    String firstPassword() {
        return all.get(0).password;
    }

    /** Whether this is the name of a login. */
    boolean isName(String text) {
        return all.stream().anyMatch(login -> login.name.equals(text));
    }

    /** Whether this is the password of some login. */
    boolean isPassword(String text) {
        return !text.isEmpty() && all.stream().anyMatch(login -> same(login.password, text));
    }

    /** Takes as long for a guess that is nearly right as for any other. */
    private static boolean same(String password, String guess) {
        return MessageDigest.isEqual(password.getBytes(StandardCharsets.UTF_8), guess.getBytes(StandardCharsets.UTF_8));
    }
}
