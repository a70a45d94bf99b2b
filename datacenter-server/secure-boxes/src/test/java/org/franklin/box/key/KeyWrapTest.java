package org.franklin.box.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.franklin.box.Damage;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.SerialNumber;
import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

class KeyWrapTest {

    private static final SerialNumber SERIAL = new SerialNumber(1042);
    private static final KeyBlock BLOCK =
            KeyBlock.ofTokenKey(SERIAL, 77, MasterKeyTest.CLUSTER, 202611);

    private final KeyWrap wrap = new KeyWrap(MasterKeyTest.master(), new SecureRandom());
    private final SecretBytes secret = SecretBytes.random(32, new SecureRandom());
    private final WrappedKey wrapped = wrap.wrap(secret, BLOCK);

    @Test
    void givesBackTheKeyUnderItsOwnBlock() {
        assertEquals(Optional.of(secret), wrap.unwrap(wrapped, BLOCK));
    }

    @Test
    void neverUsesANonceTwice() {
        assertNotEquals(wrapped.nonce(), wrap.wrap(secret, BLOCK).nonce());
    }

    @Test
    void opensForNoOtherUseAlgorithmMeterClusterOrMonth() {
        var cluster = MasterKeyTest.CLUSTER;
        var others =
                List.of(
                        new KeyBlock("other", "ecdsa-p256", SERIAL, 77, cluster, 202611),
                        new KeyBlock("indicium-signing", "other", SERIAL, 77, cluster, 202611),
                        KeyBlock.ofTokenKey(new SerialNumber(1043), 77, cluster, 202611),
                        KeyBlock.ofTokenKey(SERIAL, 78, cluster, 202611),
                        KeyBlock.ofTokenKey(SERIAL, 77, Bytes.of(new byte[16]), 202611),
                        KeyBlock.ofTokenKey(SERIAL, 77, cluster, 202612));
        for (KeyBlock other : others) {
            assertEquals(Optional.empty(), wrap.unwrap(wrapped, other), other::toString);
        }
        var movedToDecember = new WrappedKey(202612, wrapped.nonce(), wrapped.ciphertext());
        assertEquals(Optional.empty(), wrap.unwrap(movedToDecember, BLOCK));
        assertEquals(Optional.empty(), wrap.unwrap(movedToDecember, others.getLast()));
    }

    @Test
    void opensUnderNoOtherMaster() {
        var other =
                new KeyWrap(
                        new MasterKey(SecretBytes.take(new byte[32]), MasterKeyTest.CLUSTER),
                        new SecureRandom());
        assertEquals(Optional.empty(), other.unwrap(wrapped, BLOCK));
    }

    @Test
    void refusesEachChangedByte() {
        Damage.of(wrapped.nonce())
                .map(nonce -> new WrappedKey(202611, nonce, wrapped.ciphertext()))
                .forEach(bad -> assertEquals(Optional.empty(), wrap.unwrap(bad, BLOCK)));
        Damage.of(wrapped.ciphertext())
                .map(ciphertext -> new WrappedKey(202611, wrapped.nonce(), ciphertext))
                .forEach(bad -> assertEquals(Optional.empty(), wrap.unwrap(bad, BLOCK)));
        var empty = new WrappedKey(202611, wrapped.nonce(), Bytes.EMPTY);
        assertEquals(Optional.empty(), wrap.unwrap(empty, BLOCK));
    }

    @Test
    void hidesTheKey() {
        var hex = secret.use(Bytes::of).hex();
        assertFalse(wrapped.ciphertext().hex().contains(hex));
        assertEquals("KeyWrap", wrap.toString());
    }

    @Test
    void isWrappedInAMonthThatThereIs() {
        for (int month : new int[] {0, -1, 202600, 202613, 26}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new WrappedKey(month, wrapped.nonce(), wrapped.ciphertext()));
        }
    }

    @Test
    void refusesABlockWithoutAMonthOrAMeter() {
        var cluster = MasterKeyTest.CLUSTER;
        assertThrows(
                IllegalArgumentException.class, () -> KeyBlock.ofTokenKey(SERIAL, 77, cluster, 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> KeyBlock.ofTokenKey(SERIAL, 77, cluster, 202613));
        assertThrows(
                IllegalArgumentException.class,
                () -> KeyBlock.ofTokenKey(SERIAL, 0, cluster, 202611));
        assertThrows(
                IllegalArgumentException.class,
                () -> KeyBlock.ofTokenKey(SERIAL, 77, Bytes.EMPTY, 202611));
        assertThrows(
                IllegalArgumentException.class,
                () -> new KeyBlock(" ", "ecdsa-p256", SERIAL, 77, cluster, 202611));
    }
}
