package org.shutterline.server.access;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.Secret;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.settings.Groups;
import org.shutterline.server.settings.SafeFile;
import org.shutterline.server.settings.YamlFile;
import org.shutterline.server.settings.YamlText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The users of one server, in the file {@code users.yaml} of its data folder, which its owner alone can read. It is read
 * anew each time: what the command line or another window changed counts at once. Blocks on the disk and on hashing; safe
 * for all threads and processes.
 */
public final class Users {
    /** In the data folder. */
    public static final String FILE = "users.yaml";

    /** Beside it, once there were users: without the file nobody is let in then, instead of everybody. */
    static final String MARK = "had-users";

    /** So many characters a password has at least. */
    public static final int LEAST_CHARACTERS = 10;

    private static final int MOST_CHARACTERS = 200;
    private static final int MOST_USERS = 1_000;
    private static final int TOKEN_BYTES = 32;

    private static final Setting<List<Map<String, Object>>> USERS = Groups.list("users");
    private static final Setting<String> NAME = Setting.of(
            "name",
            "letters, digits, . _ @ -, 64 at most",
            raw -> raw instanceof String text && User.isName(text) ? Optional.of(text) : Optional.empty());
    private static final Setting<Role> ROLE = Setting.choice("role", Role.class);
    private static final Setting<Boolean> TOKEN = Setting.yesNo("token").byDefault(false);
    private static final Setting<PasswordHash> HASH = Setting.of(
            "hash",
            "what --add-user or --add-token wrote there",
            raw -> raw instanceof String text ? PasswordHash.read(text) : Optional.empty());

    private static final String GONE =
            "expected here, since there were users: as long as it is missing nobody can log on; --add-user makes one anew";
    private static final Logger LOG = LoggerFactory.getLogger(Users.class);

    private final Path file;
    private volatile boolean hadUsers;
    private final SecureRandom random = new SecureRandom();
    /** Somebody whom nobody knows is checked against it, so that an answer takes as long as for a known name. */
    private final PasswordHash nobody;

    /** @param data the data folder */
    public Users(Path data) {
        this.file = data.resolve(FILE);
        this.nobody = PasswordHash.ofNobody(random);
    }

    /** In the order in which they were added. */
    public List<Account> all() {
        return read().stream().map(User::account).toList();
    }

    /** Likewise, with what is kept of their passwords. */
    List<User> known() {
        return read();
    }

    /** Tells one state of the file from another, without reading it. */
    String stamp() {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return now.lastModifiedTime() + " " + now.size() + " " + now.fileKey();
        } catch (IOException none) {
            return "";
        }
    }

    /** Whether there is anybody yet. */
    public boolean isEmpty() {
        return read().isEmpty();
    }

    /** What somebody may do who knows this password or token; empty for another, or if nobody is called so. */
    Optional<Role> role(String name, Secret password) {
        Optional<User> known = named(name);
        boolean right = known.map(User::hash).orElse(nobody).isOf(password);
        return known.filter(user -> right).map(User::role);
    }

    /**
     * One user more, or a new password and role for one who is there.
     *
     * @throws BadSetting if the name or the password cannot be used; says what was expected
     */
    public void add(String name, Role role, Secret password) throws IOException {
        if (!isPassword(password)) {
            throw new BadSetting(
                    "password",
                    "expected " + LEAST_CHARACTERS + " to " + MOST_CHARACTERS + " characters, found "
                            + characters(password));
        }
        put(new User(checked(name), role, false, hashed(password)));
    }

    /**
     * One program more, or a new token and role for one that is there.
     *
     * @return its token, which is kept nowhere
     * @throws BadSetting if the name cannot be used
     */
    public Secret addToken(String name, Role role) throws IOException {
        Secret token = randomToken();
        put(new User(checked(name), role, true, hashed(token)));
        return token;
    }

    /**
     * Lets somebody in no more.
     *
     * @throws BadSetting if nobody is called so
     */
    public void remove(String name) throws IOException {
        change(users -> {
            if (!users.removeIf(user -> user.name().equals(name))) {
                throw new BadSetting("user", "expected one of those in " + FILE + ", found '" + name + "'");
            }
        });
    }

    private static String checked(String name) {
        if (!User.isName(name)) {
            throw new BadSetting("name", "expected " + NAME.expected() + ", found '" + name + "'");
        }
        return name;
    }

    static boolean isPassword(Secret password) {
        int length = characters(password);
        return length >= LEAST_CHARACTERS && length <= MOST_CHARACTERS;
    }

    private static int characters(Secret password) {
        return password.reveal().codePointCount(0, password.reveal().length());
    }

    /** Takes some 50 ms on purpose. */
    PasswordHash hashed(Secret password) {
        return PasswordHash.of(password, random);
    }

    Secret randomToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private Optional<User> named(String name) {
        return read().stream().filter(user -> user.name().equals(name)).findFirst();
    }

    private void put(User user) throws IOException {
        change(this::readOrBegin, users -> {
            users.removeIf(other -> other.name().equals(user.name()));
            if (users.size() >= MOST_USERS) {
                throw new BadSetting(FILE, "expected " + MOST_USERS + " users at most");
            }
            users.add(user);
        });
    }

    /** Something that is done to the list; if it throws, nothing is. */
    interface Change<X extends Exception> {
        void on(List<User> users) throws X;
    }

    /** No other thread or process changes it meanwhile. */
    <X extends Exception> void change(Change<X> change) throws X, IOException {
        change(this::read, change);
    }

    private synchronized <X extends Exception> void change(Supplier<List<User>> there, Change<X> change)
            throws X, IOException {
        Path beside = file.resolveSibling(FILE + ".lock");
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // freed with the channel
            channel.lock();
            List<User> users = new ArrayList<>(there.get());
            change.on(users);
            List<Map<String, Object>> written =
                    users.stream().map(Users::written).toList();
            byte[] text = YamlText.of(Map.of(USERS.key(), written)).getBytes(StandardCharsets.UTF_8);
            SafeFile.writeForOwner(file, text);
            remember(users);
        }
    }

    /** As long as this run lasts, and for those to come. */
    private void remember(List<User> users) {
        if (users.isEmpty() || hadUsers) {
            return;
        }
        hadUsers = true;
        try {
            if (!Files.exists(mark())) {
                SafeFile.writeForOwner(mark(), (GONE + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException failed) {
            LOG.warn("that there are users is not remembered beside {}", file, failed);
        }
    }

    private Path mark() {
        return file.resolveSibling(MARK);
    }

    private static Map<String, Object> written(User user) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put(NAME.key(), user.name());
        written.put(ROLE.key(), user.role().word());
        written.put(TOKEN.key(), user.token());
        written.put(HASH.key(), user.hash().text());
        return written;
    }

    /** Whoever may write here adds somebody where the file is missing. */
    private List<User> readOrBegin() {
        return Files.exists(file) ? read() : List.of();
    }

    /** @throws BadSetting if the file is damaged, or missing though there were users; names the line or key */
    private List<User> read() {
        if (!Files.exists(file)) {
            if (hadUsers || Files.exists(mark())) {
                throw new BadSetting(FILE, GONE);
            }
            return List.of();
        }
        Options options = Options.checked(FILE, YamlFile.read(file, FILE), List.of(USERS));
        List<User> users = new ArrayList<>();
        for (Map<String, Object> raw : options.get(USERS)) {
            Options user = Options.checked(
                    options.placeOf(USERS) + "[" + users.size() + "]", raw, List.of(NAME, ROLE, TOKEN, HASH));
            users.add(new User(user.get(NAME), user.get(ROLE), user.get(TOKEN), user.get(HASH)));
        }
        remember(users);
        return users;
    }
}
