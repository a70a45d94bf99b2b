package org.franklin.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.googlejavaformat.java.Main;

import org.junit.jupiter.api.Test;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;

/// One formatter, no debate: google-java-format in its AOSP style.
///
/// With `-Dformat=write` the test formats the files itself; CONTRIBUTING.md has the command.
class FormatTest {

    private static final String HOW =
            """
            These files are not formatted. To format them, run
              mvn -q -pl installer -am test -Dtest=FormatTest -Dformat=write \
            -Dsurefire.failIfNoSpecifiedTests=false
            """;

    @Test
    void everySourceIsFormatted() throws Exception {
        boolean write = "write".equals(System.getProperty("format"));

        if (write) {
            // What a first pass wraps, a second may indent anew.
            var _ = format("-i");
            var _ = format("-i");
        }
        String said = format("--dry-run");

        assertEquals("", said, HOW);
    }

    /// What the formatter says: the files that it would change, and the files that it cannot read.
    private static String format(String mode) throws Exception {
        var said = new StringWriter();
        var out = new PrintWriter(said);
        Stream<String> files = Checkout.sources().stream().map(source -> source.path().toString());
        String[] arguments = Stream.concat(Stream.of("--aosp", mode), files).toArray(String[]::new);
        var _ = new Main(out, out, InputStream.nullInputStream()).format(arguments);
        return said.toString();
    }
}
