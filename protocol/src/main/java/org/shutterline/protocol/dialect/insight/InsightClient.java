package org.shutterline.protocol.dialect.insight;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.script.ExchangeClient;
import org.shutterline.protocol.spi.ClientConversation;
import org.shutterline.protocol.spi.ClientStep;

/** The peer's side: logs in, and then drives an In-Sight sensor, or one of ours that speaks like it. */
final class InsightClient implements ClientConversation {
    private final LoginTalk login;
    private final ExchangeClient client;
    private final List<ClientStep> held = new ArrayList<>();

    InsightClient(InsightSettings settings) {
        this.login = new LoginTalk(settings);
        this.client = new ExchangeClient(settings.rules(), new InsightAsking(settings));
    }

    @Override
    public List<ClientStep> opened(String name, int aliveMs) {
        return client.opened(name, aliveMs);
    }

    @Override
    public List<ClientStep> ask(long ticket, Command command) {
        return unlessTooEarly(client.ask(ticket, command));
    }

    @Override
    public List<ClientStep> ping(long ticket) {
        return unlessTooEarly(client.ping(ticket));
    }

    @Override
    public List<ClientStep> received(ByteBuffer bytes) {
        if (login.isDone()) {
            return client.received(bytes);
        }
        ByteBuffer text = login.text(bytes);
        List<ClientStep> steps = new ArrayList<>(login.received(text));
        if (login.isDone()) {
            steps.addAll(held);
            held.clear();
            steps.addAll(client.received(text));
        }
        return steps;
    }

    /** What is to be sent waits for the login. */
    private List<ClientStep> unlessTooEarly(List<ClientStep> steps) {
        if (login.isDone()) {
            return steps;
        }
        List<ClientStep> now = new ArrayList<>();
        steps.forEach(step -> (step instanceof ClientStep.Send ? held : now).add(step));
        return now;
    }
}
