package org.franklin.box.manufacturing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.HandClock;
import org.franklin.box.certificate.BoxKey;
import org.franklin.box.keeper.Keepers;
import org.franklin.box.key.KeyCheck;
import org.franklin.box.key.P256;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.key.SigningKey;
import org.franklin.box.suite.Cryptography;
import org.franklin.box.suite.Suite;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.franklin.model.indicium.CertifiedKey;
import org.franklin.model.indicium.VerificationKeys;
import org.franklin.model.indicium.VerificationKeys.Lookup;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

class ManufacturingTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Bytes processor = SigningKey.generate(RANDOM).publicKey();
    private final Manufacturing manufacturing =
            new Manufacturing(RANDOM, new HandClock("2026-11-22T10:00:00Z"));
    private final Manufactured made = manufacturing.make(processor);
    private final Seeds seeds = made.seeds();

    private static Bytes publicKey(SecretBytes pkcs8) {
        return P256.publicKey(P256.scalar(pkcs8));
    }

    private static List<SecretBytes> secrets(Seeds each) {
        return List.of(
                each.meter().recordMaster(),
                each.meter().tokenKeyMaster(),
                each.meter().steelKey(),
                each.transaction().steelKey(),
                each.authentication().steelKey(),
                each.meter().journalMaster(),
                each.meter().receiptKey(),
                each.transaction().recordMaster(),
                each.transaction().journalMaster(),
                each.transaction().signingKey(),
                each.authentication().recordMaster(),
                each.authentication().signingKey(),
                each.authentication().credentialsKey(),
                each.steel().vendorKey(),
                each.steel().postalKey(),
                each.steel().rootKey());
    }

    @Test
    void drawsEachSecretAnew() {
        var again = manufacturing.make(processor).seeds();
        var drawn = new HashSet<Bytes>();
        for (Seeds each : List.of(seeds, again)) {
            assertTrue(drawn.add(each.meter().cluster()));
            secrets(each).forEach(secret -> assertTrue(drawn.add(secret.use(Bytes::of))));
        }
    }

    @Test
    void givesAllBoxesOneClusterAndRootAndTwoOfThemTheTokenKeys() {
        var cluster = seeds.meter().cluster();
        var root = made.trust().root();
        assertEquals(16, cluster.length());
        assertEquals(
                List.of(cluster, cluster, cluster),
                List.of(
                        seeds.transaction().cluster(),
                        seeds.authentication().cluster(),
                        seeds.steel().cluster()));
        assertEquals(
                List.of(root, root, root, root),
                List.of(
                        seeds.meter().root(),
                        seeds.transaction().root(),
                        seeds.authentication().root(),
                        seeds.steel().root()));
        assertEquals(seeds.meter().tokenKeyMaster(), seeds.steel().tokenKeyMaster());
    }

    @Test
    void letsEachBoxShareADifferentKeyWithTheSteelBox() {
        assertEquals(seeds.meter().steelKey(), seeds.steel().meterKey());
        assertEquals(seeds.authentication().steelKey(), seeds.steel().authenticationKey());
        assertEquals(seeds.transaction().steelKey(), seeds.steel().transactionKey());
    }

    @Test
    void tellsEachBoxThePublicKeysOfThoseThatItBelieves() {
        var logins = publicKey(seeds.authentication().signingKey());
        assertEquals(logins, seeds.meter().authenticationKey());
        assertEquals(logins, seeds.transaction().authenticationKey());
        assertEquals(publicKey(seeds.transaction().signingKey()), seeds.meter().transactionKey());
        assertEquals(processor, seeds.transaction().processorKey());
    }

    @Test
    void certifiesEveryBoxesKeyUnderTheRoot() {
        var trust = made.trust();
        var keys = VerificationKeys.of(trust.root(), trust.certificates()).orThrow();
        var expected =
                Map.of(
                        BoxKey.METER_RECEIPTS, seeds.meter().receiptKey(),
                        BoxKey.TRANSACTION_STATEMENTS, seeds.transaction().signingKey(),
                        BoxKey.AUTHENTICATION_STATEMENTS, seeds.authentication().signingKey(),
                        BoxKey.CREDENTIALS, seeds.authentication().credentialsKey());
        expected.forEach((box, key) -> {
            var found = assertInstanceOf(Lookup.Trusted.class, keys.find(box.number()));
            var certificate = found.key().certificate();
            assertEquals(publicKey(key), Bytes.of(certificate.getPublicKey().getEncoded()));
            assertEquals("CN=" + box.commonName(), certificate.getSubjectX500Principal().getName());
        });
        assertEquals(BoxKey.CREDENTIALS.number(), trust.authenticationBox());
    }

    @Test
    void recordsWhichBoxGotWhichKeyUnderTheRootsSignature() throws Exception {
        var record = made.record();
        var lines = record.text().lines().map(String::strip).toList();
        for (String line :
                List.of(
                        "installation  " + seeds.meter().cluster().hex(),
                        "vendor                       " + KeyCheck.of(seeds.steel().vendorKey()),
                        "meter box, messages          "
                                + KeyCheck.of(seeds.steel().meterKey())
                                + " at the steel box, "
                                + KeyCheck.of(seeds.meter().steelKey())
                                + " there",
                        "authentication box           "
                                + KeyCheck.of(seeds.steel().authenticationKey())
                                + " at the steel box, "
                                + KeyCheck.of(seeds.authentication().steelKey())
                                + " there",
                        "2 Franklin meter box receipts",
                        Hash.of(made.trust().root()).bytes().hex())) {
            assertTrue(lines.contains(line), () -> line + " in " + record.text());
        }
        var root = CertifiedKey.read(made.trust().root()).orElseThrow().certificate();
        var verifier = Signature.getInstance("SHA256withECDSA");
        verifier.initVerify(root.getPublicKey());
        verifier.update(record.text().getBytes(StandardCharsets.UTF_8));
        assertTrue(verifier.verify(record.signature().toArray()));
    }

    @Test
    void namesEachKeyByAnotherCheckValue() {
        var checks =
                Pattern.compile("\\b[0-9A-F]{6}\\b")
                        .matcher(made.record().text())
                        .results()
                        .map(MatchResult::group)
                        .toList();
        assertEquals(2 + 2 * 4 + 5, checks.size(), made.record().text());
        assertEquals(2 + 4 + 5, new HashSet<>(checks).size());
        assertEquals(KeyCheck.of(seeds.meter().steelKey()), checks.get(4));
    }

    @Test
    void oneSetOfMasterKeysServesBothPurposesAndTheRecordSaysSo() {
        var one = new Cryptography(Suite.PATENT_1998, true);
        var made = manufacturing.make(processor, one, Keepers.NONE);
        var meter = made.seeds().meter();

        assertEquals(meter.tokenKeyMaster(), meter.recordMaster());
        assertEquals(meter.tokenKeyMaster(), made.seeds().steel().tokenKeyMaster());
        assertNotEquals(meter.recordMaster(), made.seeds().transaction().recordMaster());
        assertTrue(made.record().text().contains("one set serves both purposes"));
    }

    @Test
    void twoSetsAreTheRule() {
        for (Suite suite : Suite.values()) {
            var made = manufacturing.make(processor, suite);
            var meter = made.seeds().meter();
            assertNotEquals(meter.tokenKeyMaster(), meter.recordMaster());
            assertFalse(made.record().text().contains("one set"), made.record().text());
        }
        assertThrows(IllegalArgumentException.class, () -> new Cryptography(Suite.STANDARD, true));
    }

    @Test
    void refusesAProcessorKeyThatIsNotOfP256() {
        assertThrows(IllegalArgumentException.class, () -> manufacturing.make(Bytes.EMPTY));
        var cut = processor.slice(0, 90);
        assertThrows(
                IllegalArgumentException.class,
                () -> new Manufacturing(RANDOM, Clock.systemUTC()).make(cut));
    }

    /// The head of a PKCS#8 form is the same for all.
    private static String tail(SecretBytes secret) {
        return secret.use(Bytes::of).slice(secret.length() - 4, secret.length()).hex();
    }

    @Test
    void neverPrintsASecret() {
        var printed = made + made.record().bytes().hex();
        secrets(seeds).forEach(secret -> assertFalse(printed.contains(tail(secret))));
        assertEquals(
                "Seeds[meter=MeterSeed, transaction=TransactionSeed,"
                        + " authentication=AuthenticationSeed, steel=SteelSeed]",
                made.seeds().toString());
    }
}
