package org.franklin.datacenter;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;

import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;

/// The data center's log: one JSON object a line, a file a day, two weeks and 1 GB at most.
///
/// Whoever embeds a [DataCenter] decides on its own where logs go; this is what the commands do.
public final class Logs {

    private static final String DATA_CENTER = "franklin";
    private static final long LARGEST_FILE = 64L << 20;
    private static final long LARGEST_ALL = 1L << 30;
    private static final int DAYS = 14;

    private Logs() {}

    /// From now on, what is informative also goes to a file in the folder.
    public static void toFolder(Path folder) {
        toFolder(folder, DATA_CENTER);
    }

    /// As [#toFolder(Path)], for a process of this name: no two processes write one file.
    static void toFolder(Path folder, String name) {
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (factory instanceof LoggerContext context) {
            var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
            root.detachAppender(name);
            root.addAppender(file(context, folder, name));
            Logger ours = context.getLogger("org.franklin");
            ours.setLevel(Level.INFO);
        }
    }

    /// As [#toFolder], and no longer to the terminal: for a program that speaks to a person there.
    public static void onlyToFolder(Path folder) {
        toFolder(folder);
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).detachAppender("stderr");
        }
    }

    private static RollingFileAppender<ILoggingEvent> file(
            LoggerContext context, Path folder, String name) {
        var file = new RollingFileAppender<ILoggingEvent>();
        file.setName(name);
        file.setContext(context);
        file.setFile(folder.resolve(name + ".log").toString());
        file.setEncoder(encoder(context));
        var rolling = new SizeAndTimeBasedRollingPolicy<ILoggingEvent>();
        rolling.setContext(context);
        rolling.setParent(file);
        rolling.setFileNamePattern(folder.resolve(name + "-%d-%i.log").toString());
        rolling.setMaxFileSize(new FileSize(LARGEST_FILE));
        rolling.setTotalSizeCap(new FileSize(LARGEST_ALL));
        rolling.setMaxHistory(DAYS);
        rolling.start();
        file.setRollingPolicy(rolling);
        file.start();
        return file;
    }

    private static JsonEncoder encoder(LoggerContext context) {
        var encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.setWithSequenceNumber(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithContext(false);
        encoder.setWithMarkers(false);
        encoder.setWithMDC(false);
        encoder.start();
        return encoder;
    }
}
