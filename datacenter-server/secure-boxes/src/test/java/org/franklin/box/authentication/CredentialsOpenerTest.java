package org.franklin.box.authentication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.franklin.box.Damage;
import org.franklin.box.key.P256;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.key.SigningKey;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.mailer.Credentials;
import org.franklin.model.mailer.Credentials.Purpose;
import org.franklin.model.mailer.UserName;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;

class CredentialsOpenerTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final UserName ANNA = new UserName("anna");

    private final SecretBytes boxKey = P256.generate(RANDOM);
    private final CredentialsOpener opener = new CredentialsOpener(P256.pkcs8(boxKey));
    private final Sealing app = new Sealing(P256.publicKey(boxKey));
    private final Bytes device = SigningKey.generate(RANDOM).publicKey();
    private final Bytes sealed = app.seal(Purpose.SIGN_ON, ANNA, "a password of anna", device);

    @Test
    void opensWhatAnAppSealed() {
        var expected =
                new Credentials(Purpose.SIGN_ON, ANNA, Sealing.bytes("a password of anna"), device);
        assertEquals(Optional.of(expected), opener.open(sealed, Purpose.SIGN_ON, ANNA));
    }

    @Test
    void opensForNoOtherPurposeOrName() {
        assertEquals(Optional.empty(), opener.open(sealed, Purpose.ENROL, ANNA));
        assertEquals(Optional.empty(), opener.open(sealed, Purpose.SIGN_UP, ANNA));
        var other = new UserName("bert");
        assertEquals(Optional.empty(), opener.open(sealed, Purpose.SIGN_ON, other));
    }

    @Test
    void opensNothingWithAnyByteChanged() {
        Damage.of(sealed)
                .forEach(bad ->
                        assertEquals(Optional.empty(), opener.open(bad, Purpose.SIGN_ON, ANNA)));
    }

    @Test
    void opensNothingThatIsTooShortOrTooLong() {
        for (int length : new int[] {0, 1, 64, 65, 66, 2_049, 400_000}) {
            var junk = Bytes.of(new byte[length]);
            assertEquals(Optional.empty(), opener.open(junk, Purpose.SIGN_ON, ANNA));
        }
    }

    @Test
    void opensNothingThatWasSealedToAnotherBoxOrForAnotherProtocol() {
        var elsewhere = new Sealing(P256.publicKey(P256.generate(RANDOM)));
        var theirs = elsewhere.seal(Purpose.SIGN_ON, ANNA, "a password of anna", device);
        assertEquals(Optional.empty(), opener.open(theirs, Purpose.SIGN_ON, ANNA));
        var credentials = new Credentials(Purpose.SIGN_ON, ANNA, Sealing.bytes("password"), device);
        var otherInfo =
                app.seal(
                        Canonical.bytes(credentials),
                        "another protocol".getBytes(StandardCharsets.US_ASCII));
        assertEquals(Optional.empty(), opener.open(otherInfo, Purpose.SIGN_ON, ANNA));
    }

    @Test
    void opensNothingThatHoldsNoCredentials() {
        var junk = app.seal(Bytes.ofHex("0102"), Credentials.hpkeInfo());
        assertEquals(Optional.empty(), opener.open(junk, Purpose.SIGN_ON, ANNA));
    }

    @Test
    void wantsADeviceKeyOnTheCurveSaveAtSignUp() {
        var none = app.seal(Purpose.SIGN_ON, ANNA, "password", Bytes.EMPTY);
        assertEquals(Optional.empty(), opener.open(none, Purpose.SIGN_ON, ANNA));
        var bad = device.slice(0, 90).plus(Bytes.ofHex("00"));
        var offCurve = app.seal(Purpose.SIGN_UP, ANNA, "password", bad);
        assertEquals(Optional.empty(), opener.open(offCurve, Purpose.SIGN_UP, ANNA));
        var later = app.seal(Purpose.SIGN_UP, ANNA, "password", Bytes.EMPTY);
        assertEquals(
                Optional.of(Bytes.EMPTY),
                opener.open(later, Purpose.SIGN_UP, ANNA).map(Credentials::deviceKey));
    }
}
