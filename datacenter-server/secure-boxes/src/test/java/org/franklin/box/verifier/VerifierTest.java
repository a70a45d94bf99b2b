package org.franklin.box.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class VerifierTest {

    private final VerifierKey key = VerifierKey.draw("Post Chicago", new SecureRandom());
    private final Verifier verifier = key.verifier();

    @Test
    void isReadBackFromTheSubjectOfAStatement() {
        assertEquals(Optional.of(verifier), Verifier.ofSubject(verifier.subject()));
    }

    @Test
    void aSubjectWithoutANameOrAKeyOnTheCurveIsNobody() {
        String subject = verifier.subject();
        for (String other :
                List.of(
                        "box",
                        "meter 1042",
                        subject + " ",
                        subject.replace("Post Chicago", ""),
                        subject.replace("Post Chicago", "Post, Chicago"),
                        subject.replace("Post Chicago", "x".repeat(41)),
                        subject.substring(0, subject.length() - 2),
                        subject.substring(0, subject.length() - 2) + "00")) {
            assertEquals(Optional.empty(), Verifier.ofSubject(other), other);
        }
    }

    @Test
    void hasANameAndAKeyOnTheCurve() {
        assertThrows(
                IllegalArgumentException.class, () -> new Verifier("a, b", verifier.publicKey()));
        assertThrows(
                IllegalArgumentException.class, () -> new Verifier("Post", Bytes.of(new byte[91])));
    }

    @Test
    void aKeyIsReadBackFromBothItsTexts() {
        byte[] secret = VerifierForm.write(key);
        byte[] open = VerifierForm.write(verifier);

        assertEquals(Optional.of(verifier), VerifierForm.secret(secret).map(VerifierKey::verifier));
        assertEquals(Optional.of(verifier), VerifierForm.open(open));
        assertEquals(Optional.empty(), VerifierForm.open(secret));
        assertEquals(Optional.empty(), VerifierForm.secret(open).map(VerifierKey::verifier));
    }

    @Test
    void whatIsNoTextOfAKeyIsNone() {
        String secret = new String(VerifierForm.write(key), UTF_8);
        for (String damaged :
                List.of(
                        "",
                        "Verifier: Post\n",
                        secret.replace("Verifier: ", "Keeper: "),
                        secret.replace("Chicago", "\u0007"),
                        secret.substring(0, secret.length() / 2),
                        secret.replaceAll("(?m)^M.*$", "AAAA"))) {
            assertEquals(
                    Optional.empty(),
                    VerifierForm.secret(damaged.getBytes(UTF_8)).map(VerifierKey::verifier),
                    damaged);
        }
    }

    @Test
    void tellsNoSecretInWords() {
        assertEquals("VerifierKey[Post Chicago]", key.toString());
        assertFalse(verifier.fingerprint().contains(verifier.publicKey().hex()));
    }

    @Test
    void aPageLiesWithinTheMetersOfItsBox() {
        for (int[] wrong : new int[][] {{-1, 1}, {0, 0}, {1, 1}, {Integer.MAX_VALUE, 1}}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () ->
                            new TokenKeyPage(
                                    Bytes.EMPTY,
                                    verifier,
                                    Hash.NONE,
                                    Instant.EPOCH,
                                    wrong[0],
                                    wrong[1],
                                    List.of(PostalTokensTest.sealed(verifier, 1))));
        }
    }
}
