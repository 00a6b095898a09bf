package org.shutterline.protocol.dialect.insight;

import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.script.Desk;
import org.shutterline.protocol.script.Script;

/** The station's side of one connection: nothing before the login but the login. */
final class InsightScript implements Script {
    /** What asks for a name; no line end follows. */
    static final String USER = "User: ";

    /** What asks for a password; no line end follows. */
    static final String PASSWORD = "Password: ";

    /** What tells that the login was right. */
    static final String LOGGED_IN = "User Logged In";

    private static final String MASK = "***";

    private enum Expected {
        USER,
        PASSWORD,
        COMMAND
    }

    private final InsightSettings settings;
    private final Logins logins;
    private final Desk desk;
    private final InsightCommands commands;
    private Expected expected = Expected.USER;
    private String user = "";
    private int wrong;

    InsightScript(InsightSettings settings, Logins logins, Desk desk) {
        this.settings = settings;
        this.logins = logins;
        this.desk = desk;
        this.commands = new InsightCommands(settings, desk);
    }

    @Override
    public void opened() {
        desk.say(settings.greeting());
        desk.write(USER);
    }

    @Override
    public void line(String line) {
        switch (expected) {
            case USER -> user(line);
            case PASSWORD -> password(line);
            case COMMAND -> commands.line(line);
        }
    }

    @Override
    public void happened(Event event) {
        commands.happened(event);
    }

    @Override
    public boolean followsPictures() {
        return true;
    }

    /** A password is masked wherever it stands, and so is what was typed for a name and is none: it may be one. */
    @Override
    public String shown(String line) {
        boolean secret = switch (expected) {
            case USER -> !logins.isName(line) && !commands.isCommand(line) && !line.isBlank();
            case PASSWORD -> !line.isEmpty();
            case COMMAND -> false;
        };
        return secret || logins.isPassword(line) && !logins.isName(line) ? MASK : line;
    }

    private void user(String name) {
        if (name.isBlank()) {
            desk.write(USER);
        } else {
            user = name;
            expected = Expected.PASSWORD;
            desk.write(PASSWORD);
        }
        desk.next();
    }

    /** Whether it was right, and who has to wait for guessing, is not decided here alone. */
    private void password(String password) {
        String name = logins.isName(user) ? user : MASK;
        desk.ask(new Command.LogInHere(name, logins.role(user, password)), reply -> {
            if (reply instanceof Reply.LoggedIn in) {
                expected = Expected.COMMAND;
                desk.limitTo(in.role());
                desk.named(user);
                desk.answer(LOGGED_IN);
            } else {
                wrong();
            }
        });
    }

    private void wrong() {
        desk.say(settings.wrongLogin());
        wrong++;
        if (wrong >= settings.tries() || settings.then() == InsightSettings.Then.CLOSE) {
            desk.close();
        } else if (settings.then() == InsightSettings.Then.ASK_USER) {
            expected = Expected.USER;
            desk.write(USER);
        } else {
            desk.write(PASSWORD);
        }
        desk.next();
    }
}
