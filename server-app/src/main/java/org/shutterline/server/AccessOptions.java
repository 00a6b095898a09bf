package org.shutterline.server;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.Secret;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.access.Certificates;
import org.shutterline.server.access.Entry;
import org.shutterline.server.access.Users;
import org.shutterline.server.archive.ArchiveException;
import org.shutterline.server.archive.AuditCheck;
import org.shutterline.server.archive.AuditTrail;
import org.shutterline.server.archive.OwnersFolder;
import picocli.CommandLine.Option;

/** What is done about users, the certificate and the books from the command line; none of it starts a station. */
final class AccessOptions {
    private static final int BROKEN = 1;

    @Option(
            names = "--add-user",
            arity = "2",
            paramLabel = "NAME ROLE",
            hideParamSyntax = true,
            description =
                    "Let somebody log in, as view, trigger, operate or admin, with a password that is read from the"
                            + " terminal or standard input; also gives another password or role.")
    private String[] addUser;

    @Option(
            names = "--add-token",
            arity = "2",
            paramLabel = "NAME ROLE",
            hideParamSyntax = true,
            description = "Let a program log in with a random token, which is printed once.")
    private String[] addToken;

    @Option(names = "--remove-user", paramLabel = "NAME", description = "Let somebody or a program log in no more.")
    private String removeUser;

    @Option(names = "--users", description = "Print who may log in.")
    private boolean users;

    @Option(
            names = "--fingerprint",
            description = "Print the fingerprint of the certificate, which is made if there is none.")
    private boolean fingerprint;

    @Option(
            names = "--verify-audit",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "FILE",
            description =
                    "Say whether the books, or those that --export-audit wrote to FILE, are as they were written.")
    private String verifyAudit;

    @Option(
            names = "--export-audit",
            paramLabel = "FILE",
            description = "Write the books to FILE, one JSON object a line.")
    private Path exportAudit;

    boolean isGiven() {
        return addUser != null
                || addToken != null
                || removeUser != null
                || users
                || fingerprint
                || verifyAudit != null
                || exportAudit != null;
    }

    /**
     * Exit codes: 0 done, 1 the books are not as they were written, or a file cannot be read or written.
     *
     * @param in where a password is read if there is no terminal
     * @throws BadSetting if a name, role or password cannot be used
     */
    int run(Path data, InputStream in, PrintStream out, PrintStream err) {
        try {
            return done(data, in, out, err);
        } catch (IOException failed) {
            err.println(failed.getMessage());
            return BROKEN;
        }
    }

    private int done(Path data, InputStream in, PrintStream out, PrintStream err) throws IOException {
        if (verifyAudit != null) {
            return verify(verifyAudit.isEmpty() ? inFolder(data) : AuditExport.verify(Path.of(verifyAudit)), out, err);
        }
        if (exportAudit != null) {
            return export(data, out);
        }
        OwnersFolder.make(data);
        if (fingerprint) {
            Certificates certificates = new Certificates(data, Clock.systemUTC());
            certificates.load();
            out.println(certificates.fingerprint().orElseThrow());
            return 0;
        }
        return changeUsers(data, in, out);
    }

    private int changeUsers(Path data, InputStream in, PrintStream out) throws IOException {
        Users all = new Users(data);
        if (addUser != null) {
            Role role = role(addUser[1], "--add-user");
            all.add(addUser[0], role, password(in));
            wasDone(data, "user " + addUser[0] + " added, " + role);
        } else if (addToken != null) {
            Role role = role(addToken[1], "--add-token");
            out.println(all.addToken(addToken[0], role).reveal());
            wasDone(data, "token " + addToken[0] + " added, " + role);
        } else if (removeUser != null) {
            all.remove(removeUser);
            wasDone(data, "user " + removeUser + " removed");
        } else {
            all.all().forEach(user -> out.println(user.name() + " " + user.role() + (user.token() ? " token" : "")));
        }
        return 0;
    }

    private static Role role(String word, String place) {
        return Arrays.stream(Role.values())
                .filter(role -> role.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new BadSetting(
                        place, "expected view, trigger, operate or admin as the role, found '" + word + "'"));
    }

    /** Never an argument, which every user of the machine can see. */
    private static Secret password(InputStream in) throws IOException {
        Console console = System.console();
        if (console == null) {
            String line = new BufferedReader(new InputStreamReader(in, Charset.defaultCharset())).readLine();
            return Secret.of(Optional.ofNullable(line).orElse(""));
        }
        Secret first = typed(console, "Password: ");
        if (!first.equals(typed(console, "The same again: "))) {
            throw new BadSetting("password", "expected the same twice");
        }
        return first;
    }

    private static Secret typed(Console console, String prompt) {
        return Secret.of(
                new String(Optional.ofNullable(console.readPassword(prompt)).orElseGet(() -> new char[0])));
    }

    /** A server that runs sees it by itself; one that does not cannot, so it is written down here. */
    private static void wasDone(Path data, String deed) throws IOException {
        QuietBooks.add(
                data,
                new Entry(
                        Clock.systemUTC().instant(),
                        System.getProperty("user.name"),
                        "command line",
                        deed,
                        Entry.DONE));
    }

    private static AuditCheck.Found inFolder(Path data) throws ArchiveException {
        try (AuditTrail trail = AuditTrail.open(data)) {
            return trail.verify();
        }
    }

    private static int verify(AuditCheck.Found found, PrintStream out, PrintStream err) {
        if (found.broken().isPresent()) {
            err.println("The books were changed: " + found.broken().get());
            return BROKEN;
        }
        out.println(found.lines() + " lines, as they were written; the last has " + found.hash());
        return 0;
    }

    private int export(Path data, PrintStream out) throws IOException {
        try (AuditTrail trail = AuditTrail.open(data)) {
            long lines = AuditExport.write(trail, exportAudit);
            out.println(lines + " lines written to " + exportAudit);
            return 0;
        }
    }
}
