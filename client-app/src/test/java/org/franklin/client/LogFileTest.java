package org.franklin.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class LogFileTest {

    @TempDir private Path folder;

    @AfterEach
    void putTheTestsLogBack() throws Exception {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.reset();
            new ContextInitializer(context).autoConfig();
        }
    }

    @Test
    void aFaultIsToldToTheMailerAndWrittenDownWhole() throws Exception {
        LogFile.open(folder.resolve("new"));
        var told = new ArrayList<Throwable>();
        var faults = new Faults();
        faults.tell(told::add);
        var fault = new IllegalStateException("the disk is full");
        faults.accept(fault);

        String log = Files.readString(folder.resolve("new").resolve("franklin.log"));
        assertEquals(List.of(fault), told);
        assertTrue(log.contains("IllegalStateException: the disk is full"), log);
        assertTrue(log.contains("LogFileTest"), "with its stack");
    }
}
