package org.shutterline.server.monitor;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the last 2,000 lines of the program's log from INFO upward for the window. Safe for all threads. */
public final class LogRing extends AppenderBase<ILoggingEvent> {
    private static final int MOST = 2_000;

    private final Deque<LogRow> rows = new ArrayDeque<>();
    private long number;

    /** Begins to keep what is logged from now on. */
    public static LogRing attach() {
        LogRing ring = new LogRing();
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            ring.setContext(context);
            ring.start();
            context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(ring);
        }
        return ring;
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getLevel().isGreaterOrEqual(Level.INFO)) {
            keep(event);
        }
    }

    private synchronized void keep(ILoggingEvent event) {
        if (rows.size() == MOST) {
            rows.removeFirst();
        }
        String logger = event.getLoggerName();
        rows.addLast(new LogRow(
                ++number,
                Instant.ofEpochMilli(event.getTimeStamp()),
                LogRow.Level.valueOf(event.getLevel().toString()),
                event.getThreadName(),
                LogPlace.of(logger),
                logger.substring(logger.lastIndexOf('.') + 1),
                text(event)));
    }

    private static String text(ILoggingEvent event) {
        String said = event.getFormattedMessage();
        return event.getThrowableProxy() == null
                ? said
                : said + " (" + event.getThrowableProxy().getClassName() + ": "
                        + event.getThrowableProxy().getMessage() + ")";
    }

    /** How many lines were ever kept. */
    synchronized long newest() {
        return number;
    }

    synchronized List<LogRow> rows() {
        return List.copyOf(rows);
    }
}
