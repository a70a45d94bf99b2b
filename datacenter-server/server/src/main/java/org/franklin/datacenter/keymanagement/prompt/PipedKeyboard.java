package org.franklin.datacenter.keymanagement.prompt;

import org.franklin.box.key.SecretBytes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/// A program that sends lines. No byte beyond the line is read.
record PipedKeyboard(InputStream in) implements Keyboard {

    @Override
    public boolean isPerson() {
        return false;
    }

    @Override
    public Optional<SecretBytes> line(String prompt) throws IOException {
        try (var line = new Wiped()) {
            for (int each = in.read(); each >= 0 && each != '\n'; each = in.read()) {
                if (each != '\r' && line.size() < Wiped.LONGEST) {
                    line.write(each);
                }
            }
            return line.size() == 0
                    ? Optional.empty()
                    : Optional.of(SecretBytes.take(line.toByteArray()));
        }
    }

    /// A buffer that never grows, and so leaves no copies, and is wiped.
    private static final class Wiped extends ByteArrayOutputStream {

        private static final int LONGEST = 4_096;

        private Wiped() {
            super(LONGEST);
        }

        @Override
        public void close() {
            Arrays.fill(buf, (byte) 0);
        }
    }
}
