package org.franklin.box.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.franklin.box.key.SecretBytes;
import org.franklin.model.canonical.Bytes;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A verifier's key as text, to be kept in a file: a line `Verifier: NAME`, then the key in PEM
/// (RFC 7468), PKCS#8 or X.509 SubjectPublicKeyInfo.
public final class VerifierForm {

    private static final String SECRET = "PRIVATE KEY";
    private static final String OPEN = "PUBLIC KEY";

    private VerifierForm() {}

    /// The secret text, which the caller wipes.
    public static byte[] write(VerifierKey key) {
        try (var pkcs8 = key.pkcs8()) {
            return pkcs8.use(form -> text(key.verifier().name(), SECRET, form));
        }
    }

    public static byte[] write(Verifier verifier) {
        return text(verifier.name(), OPEN, verifier.publicKey().toArray());
    }

    /// Nothing where the text is not a verifier's secret half.
    public static Optional<VerifierKey> secret(byte[] text) {
        return matched(text, SECRET)
                .flatMap(found -> {
                    try (var pkcs8 =
                            SecretBytes.take(Base64.getMimeDecoder().decode(found.group(2)))) {
                        return Optional.of(VerifierKey.of(found.group(1), pkcs8));
                    } catch (IllegalArgumentException _) {
                        return Optional.empty();
                    }
                });
    }

    /// Nothing where the text is not a verifier's public half.
    public static Optional<Verifier> open(byte[] text) {
        return matched(text, OPEN)
                .flatMap(found -> {
                    try {
                        var key = Bytes.of(Base64.getMimeDecoder().decode(found.group(2)));
                        return Verifier.of(found.group(1), key);
                    } catch (IllegalArgumentException _) {
                        return Optional.empty();
                    }
                });
    }

    private static Optional<Matcher> matched(byte[] text, String type) {
        var form =
                Pattern.compile(
                        ("Verifier: (.{1,40})\\R-----BEGIN %1$s-----([A-Za-z0-9+/=\\s]+)"
                                        + "-----END %1$s-----\\s*")
                                .formatted(type));
        return Optional.of(form.matcher(new String(text, UTF_8))).filter(Matcher::matches);
    }

    private static byte[] text(String name, String type, byte[] key) {
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
