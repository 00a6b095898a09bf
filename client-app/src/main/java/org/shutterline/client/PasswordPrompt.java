package org.shutterline.client;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.shutterline.protocol.message.Secret;

/** Where a command gets a password: never from its arguments, which every user of the machine can see. */
final class PasswordPrompt implements Supplier<Secret> {
    /** The variable that holds it, if the script has it there. */
    static final String VARIABLE = "SHUTTERLINE_PASSWORD";

    private final Map<String, String> environment;
    private final InputStream in;

    PasswordPrompt(Map<String, String> environment, InputStream in) {
        this.environment = environment;
        this.in = in;
    }

    @Override
    public Secret get() {
        return Optional.ofNullable(environment.get(VARIABLE)).map(Secret::of).orElseGet(this::asked);
    }

    private Secret asked() {
        Console console = System.console();
        try {
            String typed = console == null
                    ? new BufferedReader(new InputStreamReader(in, Charset.defaultCharset())).readLine()
                    : new String(Optional.ofNullable(console.readPassword("Password: "))
                            .orElseGet(() -> new char[0]));
            return Secret.of(Optional.ofNullable(typed).orElse(""));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the password cannot be read", unreadable);
        }
    }
}
