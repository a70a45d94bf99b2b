package org.franklin.box.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.franklin.box.Damage;
import org.franklin.box.key.SigningKey;
import org.franklin.box.key.VerifyingKey;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Hash;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.util.Optional;

class BoxSignerTest {

    private static final Bytes CLUSTER = Bytes.ofHex("6465666768696a6b6c6d6e6f70717273");

    private static final Grant GRANT =
            new Grant(
                    CLUSTER,
                    new SerialNumber(1042),
                    Hash.of(CLUSTER),
                    3,
                    Bytes.ofHex("0102"),
                    Grant.Kind.ENROLMENT);

    private final SigningKey key = SigningKey.generate(new SecureRandom());
    private final BoxSigner signer = new BoxSigner(key, 4);
    private final BoxVerifier verifier =
            new BoxVerifier(VerifyingKey.of(key.publicKey()).orElseThrow());
    private final BoxSigned signed = signer.sign(GRANT);

    @Test
    void isReadBackByWhoKnowsItsKey() {
        assertEquals(Optional.of(GRANT), verifier.open(Grant.class, signed));
        assertEquals(4, signer.certificate());
    }

    @Test
    void isRefusedAfterAnyChangeOfStatementOrSignature() {
        Damage.of(signed.statement())
                .map(bad -> new BoxSigned(bad, signed.signature()))
                .forEach(bad -> assertEquals(Optional.empty(), verifier.open(Grant.class, bad)));
        Damage.of(signed.signature())
                .map(bad -> new BoxSigned(signed.statement(), bad))
                .forEach(bad -> assertEquals(Optional.empty(), verifier.open(Grant.class, bad)));
    }

    @Test
    void isRefusedAsAStatementOfAnotherType() {
        var voucher = new Voucher(CLUSTER, new SerialNumber(1042), 3, Postage.ofCents(100));
        assertEquals(Optional.empty(), verifier.open(Voucher.class, signed));
        assertEquals(Optional.empty(), verifier.open(Grant.class, signer.sign(voucher)));
    }

    @Test
    void isRefusedFromAnotherBox() {
        var other = new BoxSigner(SigningKey.generate(new SecureRandom()), 4);
        assertEquals(Optional.empty(), verifier.open(Grant.class, other.sign(GRANT)));
    }

    @Test
    void signsTheCanonicalBytesAndNothingElse() {
        var alone = new BoxSigned(Canonical.bytes(GRANT), signer.signature(GRANT));
        assertEquals(Optional.of(GRANT), verifier.open(Grant.class, alone));
        assertFalse(signer.toString().contains("key"));
    }
}
