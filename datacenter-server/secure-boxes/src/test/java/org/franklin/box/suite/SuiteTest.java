package org.franklin.box.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.key.KeyBlock;
import org.franklin.box.key.Keyring;
import org.franklin.box.key.MasterKey;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.key.WrappedKey;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.SerialNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;

/// What both suites promise of a record's seal and of a wrapped token key.
@ParameterizedClass
@EnumSource(Suite.class)
class SuiteTest {

    private static final Keyring KEYS = new Keyring();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Bytes CLUSTER = Bytes.of(new byte[MasterKey.CLUSTER_LENGTH]);
    private static final SerialNumber METER = new SerialNumber(1042);
    private static final SerialNumber OTHER = new SerialNumber(1043);
    private static final Bytes BODY = Bytes.of("a record".getBytes(StandardCharsets.US_ASCII));

    @Parameter private Suite suite = Suite.STANDARD;

    private SecretBytes master() {
        return SecretBytes.random(suite.keyLength(), RANDOM);
    }

    private static Bytes flipped(Bytes bytes, int bit) {
        byte[] changed = bytes.toArray();
        changed[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
        return Bytes.of(changed);
    }

    @Test
    void theSelfTestHolds() {
        assertEquals(Optional.empty(), suite.selfTest().failure());
    }

    @Test
    void aSealVerifiesWithTheMonthOfTheRecordAlone() {
        var seal = suite.recordSeal(KEYS, master(), CLUSTER);
        var mac = seal.mac("meter 1042", 202611, BODY);

        assertTrue(seal.verifies("meter 1042", 202611, BODY, mac));
        assertFalse(seal.verifies("meter 1042", 202612, BODY, mac));
        assertFalse(seal.verifies("meter 1042", 202511, BODY, mac));
        assertFalse(seal.verifies("meter 1042", 202613, BODY, mac));
    }

    @Test
    void aSealIsOfOneSubjectAndOneMaster() {
        var master = master();
        var mac = suite.recordSeal(KEYS, master, CLUSTER).mac("meter 1042", 202611, BODY);

        assertTrue(
                suite.recordSeal(KEYS, master, CLUSTER).verifies("meter 1042", 202611, BODY, mac));
        assertFalse(
                suite.recordSeal(KEYS, master, CLUSTER).verifies("meter 1043", 202611, BODY, mac));
        assertFalse(
                suite.recordSeal(KEYS, master(), CLUSTER)
                        .verifies("meter 1042", 202611, BODY, mac));
    }

    @Test
    void everyFlippedBitOfARecordOrItsMacIsFound() {
        var seal = suite.recordSeal(KEYS, master(), CLUSTER);
        var mac = seal.mac("meter 1042", 202611, BODY);

        for (int bit = 0; bit < BODY.length() * Byte.SIZE; bit++) {
            assertFalse(seal.verifies("meter 1042", 202611, flipped(BODY, bit), mac));
        }
        for (int bit = 0; bit < mac.length() * Byte.SIZE; bit++) {
            assertFalse(seal.verifies("meter 1042", 202611, BODY, flipped(mac, bit)));
        }
        for (int length = 0; length < mac.length(); length++) {
            assertFalse(seal.verifies("meter 1042", 202611, BODY, mac.slice(0, length)));
        }
    }

    private KeyBlock block(SerialNumber serial, int month) {
        return suite.tokenKeyBlock(serial, 77, CLUSTER, month);
    }

    @Test
    void aWrappedKeyOpensForItsOwnBlockAlone() {
        var wrap = suite.tokenKeyWrap(KEYS, master(), CLUSTER, RANDOM);
        var key = SecretBytes.random(32, RANDOM);
        var wrapped = wrap.wrap(key, block(METER, 202611));

        assertEquals(Optional.of(key), wrap.unwrap(wrapped, block(METER, 202611)));
        assertEquals(Optional.empty(), wrap.unwrap(wrapped, block(OTHER, 202611)));
        assertEquals(Optional.empty(), wrap.unwrap(wrapped, block(METER, 202612)));
        assertEquals(
                Optional.empty(),
                wrap.unwrap(wrapped, suite.tokenKeyBlock(METER, 78, CLUSTER, 202611)));
        assertEquals(
                Optional.empty(),
                suite.tokenKeyWrap(KEYS, master(), CLUSTER, RANDOM)
                        .unwrap(wrapped, block(METER, 202611)));
    }

    @Test
    void everyFlippedBitOfAWrappedKeyIsFound() {
        var wrap = suite.tokenKeyWrap(KEYS, master(), CLUSTER, RANDOM);
        var block = block(METER, 202611);
        var wrapped = wrap.wrap(SecretBytes.random(32, RANDOM), block);
        var nonce = wrapped.nonce();
        var sealed = wrapped.ciphertext();

        for (int bit = 0; bit < nonce.length() * Byte.SIZE; bit++) {
            var changed = new WrappedKey(202611, flipped(nonce, bit), sealed);
            assertEquals(Optional.empty(), wrap.unwrap(changed, block));
        }
        for (int bit = 0; bit < sealed.length() * Byte.SIZE; bit++) {
            var changed = new WrappedKey(202611, nonce, flipped(sealed, bit));
            assertEquals(Optional.empty(), wrap.unwrap(changed, block));
        }
        for (int length = 0; length < sealed.length(); length++) {
            var cut = new WrappedKey(202611, nonce, sealed.slice(0, length));
            assertEquals(Optional.empty(), wrap.unwrap(cut, block));
        }
    }

    /// The patent allows one set of master keys for both purposes.
    @Test
    void oneSetOfMasterKeysMayServeForRecordsAndTokenKeys() {
        var master = master();
        var seal = suite.recordSeal(KEYS, master, CLUSTER);
        var wrap = suite.tokenKeyWrap(KEYS, master, CLUSTER, RANDOM);
        var key = SecretBytes.random(32, RANDOM);

        assertEquals(
                Optional.of(key),
                wrap.unwrap(wrap.wrap(key, block(METER, 202611)), block(METER, 202611)));
        assertTrue(seal.verifies("meter 1042", 202611, BODY, seal.mac("meter 1042", 202611, BODY)));
    }

    @Test
    void wrapsAKeyDifferentlyEachTime() {
        var wrap = suite.tokenKeyWrap(KEYS, master(), CLUSTER, RANDOM);
        var key = SecretBytes.random(32, RANDOM);

        assertNotEquals(wrap.wrap(key, block(METER, 202611)), wrap.wrap(key, block(METER, 202611)));
    }

    @Test
    void onlyThePatentsSuiteWarns() {
        assertEquals(suite == Suite.PATENT_1998, suite.warning().isPresent());
    }
}
