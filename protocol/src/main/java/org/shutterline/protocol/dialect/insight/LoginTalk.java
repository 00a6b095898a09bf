package org.shutterline.protocol.dialect.insight;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.shutterline.protocol.script.TelnetFilter;
import org.shutterline.protocol.spi.ClientStep;

/** The login on the peer's side: name and password when they are asked for. */
final class LoginTalk {
    private static final int LONGEST = 4_096;

    private enum Awaited {
        USER,
        PASSWORD,
        ANSWER,
        NOTHING
    }

    private final InsightSettings settings;
    private final TelnetFilter telnet = new TelnetFilter();
    private final StringBuilder line = new StringBuilder();
    private List<ClientStep> steps = new ArrayList<>(1);
    private Awaited awaited = Awaited.USER;
    private boolean done;

    LoginTalk(InsightSettings settings) {
        this.settings = settings;
    }

    boolean isDone() {
        return done;
    }

    /** These bytes without those of telnet. */
    ByteBuffer text(ByteBuffer bytes) {
        return telnet.text(bytes);
    }

    /** Reads until the login is done; what comes after it is left. */
    List<ClientStep> received(ByteBuffer text) {
        while (text.hasRemaining() && awaited != Awaited.NOTHING) {
            take((char) (text.get() & 0xff));
        }
        List<ClientStep> taken = steps;
        steps = new ArrayList<>(1);
        return taken;
    }

    private void take(char one) {
        if (one == settings.end().charAt(settings.end().length() - 1)) {
            lineEnded(line.toString().strip());
            line.setLength(0);
            return;
        }
        line.append(one);
        if (line.length() > LONGEST) {
            broken("no login is asked for");
        } else if (one == ':') {
            asked(line.toString().strip());
        }
    }

    private void asked(String prompt) {
        if (awaited == Awaited.USER && prompt.equals(InsightScript.USER.strip())) {
            say(settings.user(), Awaited.PASSWORD);
        } else if (awaited == Awaited.PASSWORD && prompt.equals(InsightScript.PASSWORD.strip())) {
            say(settings.password(), Awaited.ANSWER);
        } else if (awaited == Awaited.ANSWER && prompt.equals(InsightScript.USER.strip())) {
            refused();
        }
    }

    private void say(String text, Awaited next) {
        line.setLength(0);
        awaited = next;
        steps.add(new ClientStep.Send((text + settings.end()).getBytes(settings.charset())));
    }

    private void lineEnded(String text) {
        if (awaited != Awaited.ANSWER || text.isEmpty()) {
            return;
        }
        done = text.toLowerCase(Locale.ROOT).endsWith(InsightScript.LOGGED_IN.toLowerCase(Locale.ROOT));
        if (done) {
            awaited = Awaited.NOTHING;
        } else {
            refused();
        }
    }

    private void refused() {
        broken("the name or password in the settings is not taken");
    }

    private void broken(String why) {
        awaited = Awaited.NOTHING;
        steps.add(new ClientStep.Broken(why));
    }
}
