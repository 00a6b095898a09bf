package org.shutterline.server.net;

import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Rights;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.spi.ServerStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people are told of one connection. Written by whoever has its turn, read by any thread. */
final class Diary {
    private static final Logger LOG = LoggerFactory.getLogger(Diary.class);

    private final TrafficListener traffic;
    private final Rights ofListener;
    private final Instant since = Instant.now();
    private final Map<ServerStep.Send, Meaning> meanings = new IdentityHashMap<>();
    private volatile Peer peer;
    private volatile OptionalLong loggedInNanos = OptionalLong.empty();
    private volatile long linesIn;
    private volatile long triggers;
    private volatile String lastLine = "";
    private volatile double lastAnswerMs = Double.NaN;
    private boolean unanswered;
    private long unansweredSinceNanos;

    /** @param ofListener what a login of the listener's own is limited to */
    Diary(Peer peer, Rights ofListener, TrafficListener traffic) {
        this.peer = peer;
        this.ofListener = ofListener;
        this.traffic = traffic;
    }

    Peer peer() {
        return peer;
    }

    PeerStatus status(long bytesWaiting) {
        double ms = lastAnswerMs;
        OptionalDouble answerMs = Double.isNaN(ms) ? OptionalDouble.empty() : OptionalDouble.of(ms);
        return new PeerStatus(peer, since, linesIn, triggers, bytesWaiting, lastLine, answerMs);
    }

    void opened() {
        LOG.info("connection {} opened, {}", peer.shown(), peer.dialect());
        note(Traffic.Kind.OPENED, "");
    }

    void closed(ClosedBy by) {
        LOG.info("connection {} closed by {}", peer.shown(), by);
        note(Traffic.Kind.CLOSED, by.name());
    }

    void named(String name) {
        peer = peer.named(name);
        note(Traffic.Kind.NAMED, name);
    }

    /** By {@link System#nanoTime()}; empty while nobody did. */
    OptionalLong loggedInNanos() {
        return loggedInNanos;
    }

    void loggedIn(Input.Login login) {
        loggedInNanos = OptionalLong.of(System.nanoTime());
        peer = peer.loggedIn(login.user(), login.role());
        LOG.info("connection {} logged in as {}, {}", peer.shown(), Visible.text(login.user()), login.role());
    }

    /** By one of the listener's own logins. */
    void letIn(Role most) {
        peer = peer.letIn(ofListener.limitedTo(most));
        LOG.info("connection {} logged in at the listener, {} at most", peer.shown(), most);
    }

    void remarked(ServerStep.Remark remark, long readAtNanos) {
        switch (remark.kind()) {
            case LINE_READ -> lineRead(remark, readAtNanos);
            case NO_LINE_END -> note(Traffic.Kind.NO_LINE_END, remark.text());
            case TLS -> stranger(Traffic.Kind.TLS, remark);
            case HTTP -> stranger(Traffic.Kind.HTTP, remark);
            case TELNET -> note(Traffic.Kind.TELNET, remark.text());
            case UNKNOWN -> note(Traffic.Kind.UNKNOWN, remark.text());
            case UNMAPPED -> note(Traffic.Kind.UNMAPPED, remark.text());
            case SILENT -> note(Traffic.Kind.SILENT, remark.text());
            case ERROR, LINE_BYTES, LINE_TIME, UNANSWERED, TAGGED -> LOG.debug("{} was counted", remark.kind());
            case NOT_ALLOWED -> LOG.debug("connection {}: not allowed", peer.shown());
        }
    }

    private void stranger(Traffic.Kind kind, ServerStep.Remark remark) {
        LOG.warn(
                "connection {} speaks {} and not {}: '{}'",
                peer.shown(),
                kind,
                peer.dialect(),
                Visible.text(remark.text()));
        note(kind, remark.text());
    }

    void asked(Command command) {
        if (command instanceof Command.Trigger || command instanceof Command.TriggerAll) {
            triggers = triggers + 1;
        }
        traffic.passed(Traffic.meant(peer, Traffic.Kind.ASKED, new Meaning.Wanted(command)));
    }

    /** Any thread. */
    void refused(Command command, Code code) {
        traffic.passed(Traffic.meant(peer, Traffic.Kind.REFUSED, new Meaning.Refused(command, code)));
    }

    /** Any thread. */
    void taken(long id) {
        traffic.passed(Traffic.meant(peer, Traffic.Kind.TAKEN, new Meaning.Taken(id)));
    }

    /** What this means is told when its writing begins. */
    void means(ServerStep.Send send, Meaning meaning) {
        meanings.put(send, meaning);
    }

    void answering(long nowNanos) {
        if (unanswered) {
            unanswered = false;
            lastAnswerMs = (nowNanos - unansweredSinceNanos) / 1e6;
        }
    }

    void sent(ServerStep.Send send) {
        long blobBytes = 0;
        for (Blob blob : send.blobs()) {
            blobBytes += blob.bytes().remaining();
        }
        traffic.passed(Traffic.out(peer, send.text(), blobBytes, Optional.ofNullable(meanings.remove(send))));
    }

    private void lineRead(ServerStep.Remark line, long readAtNanos) {
        lastLine = withoutEnd(line.text());
        linesIn = linesIn + 1;
        if (!unanswered) {
            unanswered = true;
            unansweredSinceNanos = readAtNanos;
        }
        traffic.passed(Traffic.in(peer, line.text(), line.bytes()));
    }

    private static String withoutEnd(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) < ' ') {
            end--;
        }
        return line.substring(0, end);
    }

    private void note(Traffic.Kind kind, String text) {
        traffic.passed(Traffic.said(peer, kind, text));
    }
}
