package org.franklin.box.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line `Verifier: NAME`, then one block in the manner of PEM (RFC 7468).
final class VerifierText {

    private VerifierText() {}

    /// The name, and the block in base64; nothing where the text is not of this form, or its block
    /// of another type.
    static Optional<Matcher> matched(byte[] text, String type) {
        var form =
                Pattern.compile(
                        ("Verifier: (.{1,40})\\R-----BEGIN %1$s-----([A-Za-z0-9+/=\\s]+)"
                                        + "-----END %1$s-----\\s*")
                                .formatted(type));
        return Optional.of(form.matcher(new String(text, UTF_8))).filter(Matcher::matches);
    }

    static byte[] of(String name, String type, byte[] key) {
        byte[] body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encode(key);
        var text = new Wiped();
        text.writeBytes("Verifier: %s\n-----BEGIN %s-----\n".formatted(name, type).getBytes(UTF_8));
        text.writeBytes(body);
        text.writeBytes("\n-----END %s-----\n".formatted(type).getBytes(UTF_8));
        Arrays.fill(body, (byte) 0);
        return text.take();
    }

    /// A stream that does not keep what went through it.
    private static final class Wiped extends ByteArrayOutputStream {

        Wiped() {
            super(1_024);
        }

        byte[] take() {
            byte[] all = toByteArray();
            Arrays.fill(buf, (byte) 0);
            return all;
        }
    }
}
