package org.shutterline.server.access;

import com.cloudbees.syslog.Facility;
import com.cloudbees.syslog.MessageFormat;
import com.cloudbees.syslog.Severity;
import com.cloudbees.syslog.SyslogMessage;
import com.cloudbees.syslog.sender.AbstractSyslogMessageSender;
import com.cloudbees.syslog.sender.TcpSyslogMessageSender;
import com.cloudbees.syslog.sender.UdpSyslogMessageSender;
import java.io.CharArrayWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.shutterline.server.settings.AuditSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of the books for a syslog server (RFC 5424), on its own thread {@code syslog}. What waits while the server is away
 * is bounded; what finds no room is in the books alone. Safe for all threads.
 */
public final class SyslogCopies implements Consumer<Entry>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SyslogCopies.class);
    private static final int MOST_WAITING = 1_000;
    private static final int CONNECT_MS = 2_000;

    private final AbstractSyslogMessageSender sender;
    private final ThreadPoolExecutor thread;
    private final String host = hostName();
    private final AtomicLong lost = new AtomicLong();
    private volatile boolean away;

    public SyslogCopies(AuditSettings.Syslog there) {
        this.sender = sender(there);
        sender.setMessageFormat(MessageFormat.RFC_5424);
        this.thread = new ThreadPoolExecutor(
                1,
                1,
                1,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                SyslogCopies::thread,
                (late, pool) -> lost.incrementAndGet());
    }

    private static AbstractSyslogMessageSender sender(AuditSettings.Syslog there) {
        if (there.way() == AuditSettings.Way.UDP) {
            UdpSyslogMessageSender udp = new UdpSyslogMessageSender();
            udp.setSyslogServerHostname(there.host());
            udp.setSyslogServerPort(there.port());
            return udp;
        }
        TcpSyslogMessageSender tcp = new TcpSyslogMessageSender();
        tcp.setSyslogServerHostname(there.host());
        tcp.setSyslogServerPort(there.port());
        tcp.setSocketConnectTimeoutInMillis(CONNECT_MS);
        return tcp;
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "-";
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "syslog");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void accept(Entry entry) {
        thread.execute(() -> send(entry));
    }

    private void send(Entry entry) {
        CharArrayWriter text = new CharArrayWriter();
        text.append(entry.who())
                .append(" from ")
                .append(entry.from())
                .append(": ")
                .append(entry.deed())
                .append(": ")
                .append(entry.outcome());
        SyslogMessage message = new SyslogMessage()
                .withTimestamp(Date.from(entry.at()))
                .withHostname(host)
                .withAppName("shutterline")
                .withFacility(Facility.AUDIT)
                .withSeverity(entry.outcome().equals(Entry.DONE) ? Severity.NOTICE : Severity.WARNING)
                .withMsgId("audit")
                .withMsg(text);
        try {
            sender.sendMessage(message);
            if (away) {
                LOG.info("the syslog server takes copies again; {} lines of the books are missing there", lost.get());
            }
            away = false;
        } catch (IOException | RuntimeException gone) {
            // a name that is not known is no IOException to the sender
            lost.incrementAndGet();
            if (!away) {
                LOG.warn("the syslog server takes no copies: {}", gone.toString());
            }
            away = true;
        }
    }

    /** What is wrong while the syslog server is away, in a sentence. */
    public Optional<String> trouble() {
        return away
                ? Optional.of("the syslog server takes no copies of the books; " + lost.get()
                        + " lines are missing there since the start")
                : Optional.empty();
    }

    /** Sends what waits, for so long at most. */
    public void close(Duration most) {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(most.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
            sender.close();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException late) {
            // a sender that never connected cannot be closed
            LOG.debug("syslog: {}", late.toString());
        }
    }

    @Override
    public void close() {
        close(Duration.ZERO);
    }
}
