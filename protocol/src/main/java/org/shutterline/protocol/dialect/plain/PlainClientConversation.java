package org.shutterline.protocol.dialect.plain;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.shutterline.protocol.line.Line;
import org.shutterline.protocol.line.LineEnd;
import org.shutterline.protocol.line.LineFramer;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Product;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.spi.ClientConversation;
import org.shutterline.protocol.spi.ClientStep;
import org.shutterline.protocol.spi.TalkLimits;

/**
 * The peer's side of one connection in the plain dialect: in JSON with tags, or in fields with untagged requests that are
 * answered in their order.
 */
final class PlainClientConversation implements ClientConversation {
    private static final int MAX_SINCE = 1_000;
    /** Of all results that were asked for at once; they are kept until the last is there. */
    private static final long MAX_SINCE_CHARACTERS = 64_000_000;

    private static final String LOGIN = "LOGIN";
    private static final String ROLE = "ROLE";

    private final PlainSettings settings;
    private final PlainText text;
    private final PlainSpelling spelling;
    private final LineFramer framer = new LineFramer(AnswerTo.MAX_LINE_BYTES);
    /** By echo in JSON, where each is unique; the first is the next in fields. */
    private final Map<String, Asked> tagged = new LinkedHashMap<>();

    private final List<Asked> untagged = new ArrayList<>();
    private final List<ClientStep> steps = new ArrayList<>();
    private Optional<Body> body = Optional.empty();
    private Optional<Following> following = Optional.empty();
    private long sinceCharacters;
    private Optional<Command.LogIn> login = Optional.empty();
    private boolean broken;

    PlainClientConversation(PlainSettings settings) {
        this.settings = settings;
        this.text = new PlainText(settings.charset());
        this.spelling = new PlainSpelling(settings.charset(), new JsonSpelling(settings.isUtf8()));
    }

    @Override
    public void logsIn(Command.LogIn who) {
        login = Optional.of(who);
    }

    @Override
    public List<ClientStep> opened(String name, int aliveMs) {
        StringBuilder hello = spelling.field(new StringBuilder("HELLO"), name);
        own("HELLO", aliveMs > 0 ? hello.append(",alive=").append(aliveMs).toString() : hello.toString());
        login.ifPresent(who -> own(
                LOGIN, new PlainAsking(spelling, Optional.empty()).logIn(who).toString()));
        if (settings.json()) {
            own("FORMAT", "FORMAT,JSON");
            own(ROLE, ROLE);
        }
        return take();
    }

    @Override
    public List<ClientStep> ask(long ticket, Command command) {
        String line = command.answerBy(asking(ticket)).toString();
        request(ticket, Optional.of(command), line);
        return take();
    }

    @Override
    public List<ClientStep> ping(long ticket) {
        request(ticket, Optional.empty(), asking(ticket).ping().toString());
        return take();
    }

    @Override
    public List<ClientStep> received(ByteBuffer bytes) {
        if (!broken) {
            framer.add(bytes, 0);
            framer.settle().ifPresent(this::lineEnded);
            try {
                readAll();
            } catch (NotOurs e) {
                breakOff(e.getMessage());
            }
        }
        return take();
    }

    private void readAll() {
        while (!broken) {
            if (body.isPresent()) {
                if (!body.get().fill(framer)) {
                    return;
                }
                Body whole = body.get();
                body = Optional.empty();
                steps.add(whole.step());
                continue;
            }
            framer.limitTo(isDetailAsked() ? AnswerTo.MAX_DETAIL_BYTES : AnswerTo.MAX_LINE_BYTES);
            Optional<Line> line = framer.next();
            if (framer.isTooLong()) {
                throw new NotOurs("a line that is too long");
            }
            if (line.isEmpty()) {
                return;
            }
            if (!framer.isCrOpen()) {
                lineEnded(line.get().end());
            }
            if (line.get().bytes().length > 0) {
                read(text.strict(line.get().bytes()).orElseThrow(() -> new NotOurs("a line of another encoding")));
            }
        }
    }

    /** The server ends all lines alike, the one before a picture too, whose first byte may look like an LF. */
    private void lineEnded(LineEnd end) {
        if (end == LineEnd.CR) {
            framer.crIsWhole();
        }
    }

    private void read(String line) {
        Heard heard = line.startsWith("{")
                ? new HeardJson(JsonFields.of(line))
                : new HeardFields(
                        PlainGrammar.fields(line).orElseThrow(() -> new NotOurs("a line that is not of the contract")));
        if (following.isPresent()) {
            follow(heard, line.length(), following.get());
        } else if (heard.isEvent()) {
            event(heard);
        } else {
            reply(heard, line);
        }
    }

    private void follow(Heard heard, int length, Following since) {
        if (!heard.isEvent() || !heard.name().equals("RESULT")) {
            throw new NotOurs("something between the results that were asked for");
        }
        sinceCharacters += length;
        if (sinceCharacters > MAX_SINCE_CHARACTERS) {
            throw new NotOurs("results that are longer together than any station tells");
        }
        since.results.add(heard.resultEvent());
        finishSince(since);
    }

    private void finishSince(Following since) {
        boolean whole = since.results.size() == since.count;
        following = whole ? Optional.empty() : Optional.of(since);
        if (whole) {
            replied(since.asked, new Reply.Results(since.results), since.line);
        }
    }

    private void event(Heard heard) {
        switch (heard.name()) {
            case "RESULT" -> steps.add(new ClientStep.Happened(new Event.Finished(heard.resultEvent())));
            case "STATUS" -> steps.add(new ClientStep.Happened(new Event.StateChanged(heard.statusEvent())));
            case "FRAME" -> frame(heard.frame());
            default -> {
                // a newer server may tell more
            }
        }
    }

    private void frame(PictureHead head) {
        body = Optional.of(new Body(
                head, picture -> new ClientStep.Happened(new Event.LivePicture((int) head.owner(), picture))));
    }

    private void reply(Heard heard, String line) {
        Asked asked = whoAsked(heard);
        if (heard.isRefused()) {
            refused(asked, heard.refused(), line);
        } else if (asked.command().isEmpty()) {
            own(asked, heard, line);
        } else if (asked.command().get() instanceof Command.FetchPicture) {
            PictureHead head = heard.image();
            body = Optional.of(new Body(
                    head,
                    picture -> new ClientStep.Replied(
                            asked.ticket().orElseThrow(), new Reply.PictureOf(head.owner(), picture), line)));
        } else if (asked.command().get() instanceof Command.ResultsSince) {
            int count = heard.count();
            if (count > MAX_SINCE) {
                throw new NotOurs("more results than the contract allows");
            }
            sinceCharacters = 0;
            finishSince(new Following(asked, count, line, new ArrayList<>()));
        } else {
            replied(asked, asked.command().get().answerBy(new HeardReply(heard)), line);
        }
    }

    /** The answer to HELLO, LOGIN, FORMAT, ROLE or PING. */
    private void own(Asked asked, Heard heard, String line) {
        heard.done();
        if (asked.echo().equals("HELLO") && !heard.hello().name().equals(Product.NAME)) {
            throw new NotOurs("it is not a Shutterline server");
        }
        if (asked.echo().equals(LOGIN) || asked.echo().equals(ROLE)) {
            steps.add(new ClientStep.Admitted(heard.role()));
        }
        if (asked.ticket().isPresent()) {
            replied(asked, new Reply.Done(), line);
        }
    }

    private void refused(Asked asked, Reply.Refused refusal, String line) {
        if (asked.ticket().isPresent()) {
            replied(asked, refusal, line);
        } else if (refusal.code() == Code.NOT_ALLOWED) {
            stop(new ClientStep.NotAdmitted(refusal.text()));
        } else if (!asked.echo().equals(ROLE)) {
            // an older server does not know the question
            throw new NotOurs(refusal.text());
        }
    }

    private void replied(Asked asked, Reply reply, String line) {
        steps.add(new ClientStep.Replied(asked.ticket().orElseThrow(), reply, line));
    }

    private Asked whoAsked(Heard heard) {
        String echo = heard.name();
        Asked asked = tagged.remove(echo);
        if (asked != null) {
            return asked;
        }
        boolean next =
                !untagged.isEmpty() && (untagged.get(0).echo().equals(echo) || echo.isEmpty() && heard.isRefused());
        if (next) {
            return untagged.remove(0);
        }
        throw new NotOurs(heard.isRefused() ? heard.refused().text() : "an answer that nobody asked for");
    }

    private PlainAsking asking(long ticket) {
        return new PlainAsking(spelling, settings.json() ? Optional.of(Long.toString(ticket)) : Optional.empty());
    }

    private void own(String echo, String line) {
        untagged.add(new Asked(OptionalLong.empty(), echo, Optional.empty()));
        send(line);
    }

    private void request(long ticket, Optional<Command> command, String line) {
        if (line.getBytes(settings.charset()).length > TalkLimits.USUAL.lineBytes()) {
            steps.add(new ClientStep.Replied(ticket, new Reply.Refused(Code.LINE_TOO_LONG), ""));
            return;
        }
        int comma = line.indexOf(',');
        Asked asked = new Asked(OptionalLong.of(ticket), comma < 0 ? line : line.substring(0, comma), command);
        if (settings.json()) {
            tagged.put(asked.echo(), asked);
        } else {
            untagged.add(asked);
        }
        send(line);
    }

    private void send(String line) {
        LineEnd end = settings.fixedEnd().orElse(LineEnd.LF);
        steps.add(new ClientStep.Send((line + end.text()).getBytes(settings.charset())));
    }

    private boolean isDetailAsked() {
        Iterator<Asked> all = (settings.json() ? tagged.values() : untagged).iterator();
        while (all.hasNext()) {
            if (all.next().isDetail()) {
                return true;
            }
        }
        return false;
    }

    private void breakOff(String why) {
        stop(new ClientStep.Broken(why));
    }

    private void stop(ClientStep last) {
        broken = true;
        framer.clear();
        body = Optional.empty();
        steps.add(last);
    }

    private List<ClientStep> take() {
        List<ClientStep> taken = List.copyOf(steps);
        steps.clear();
        return taken;
    }

    /** Results that come after the reply that counts them. */
    private record Following(Asked asked, int count, String line, List<InspectionResult> results) {}
}
