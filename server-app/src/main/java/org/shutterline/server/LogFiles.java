package org.shutterline.server;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of the log, which together take no more than the settings give them. */
final class LogFiles {
    private static final int FILES = 10;

    private LogFiles() {}

    /** @param bytes of all files, the one that is being written too */
    static void limitTo(long bytes) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            Appender<?> appender = context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("FILE");
            if (appender instanceof RollingFileAppender<?> file
                    && file.getRollingPolicy() instanceof SizeAndTimeBasedRollingPolicy<?> policy) {
                policy.stop();
                policy.setMaxFileSize(new FileSize(bytes / FILES));
                policy.setTotalSizeCap(new FileSize(bytes - bytes / FILES));
                policy.start();
            }
        }
    }
}
