package org.franklin.box.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.model.canonical.Bytes;
import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.util.List;

class KeyringTest {

    private static SecretBytes secret(String hex) {
        return SecretBytes.take(Bytes.ofHex(hex).toArray());
    }

    private static void isWiped(SecretBytes secret) {
        assertThrows(IllegalStateException.class, () -> secret.use(byte[]::clone));
    }

    @Test
    void wipesWhatItHoldsAndLeavesTheCallersOwn() {
        var keys = new Keyring();
        var form = SigningKey.ofScalar(secret("22".repeat(32))).pkcs8();
        var raw = secret("11".repeat(32));
        var master = keys.master(raw, MasterKeyTest.CLUSTER);
        var signing = keys.signing(form);
        var kept = keys.secret(raw);
        assertEquals(64, signing.sign(Bytes.EMPTY).length());

        keys.close();

        assertThrows(
                IllegalStateException.class, () -> master.derive(KeyPurpose.RECORD_MAC, "x", 0));
        assertThrows(IllegalStateException.class, () -> signing.sign(Bytes.EMPTY));
        isWiped(kept);
        assertEquals(secret("11".repeat(32)), raw);
        keys.close();
    }

    @Test
    void isWipedWhereItsMakerFails() {
        var secret = secret("44");
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        Keyring.filled(keys -> {
                            keys.keep(secret);
                            throw new IllegalArgumentException("half made");
                        }));
        isWiped(secret);
    }

    @Test
    void nothingThatHoldsASecretPrintsIt() {
        var text = "5ec2e7".repeat(11).substring(0, 64);
        var master = new MasterKey(secret(text), MasterKeyTest.CLUSTER);
        for (Object holder :
                List.of(
                        secret(text),
                        master,
                        new KeyWrap(master, new SecureRandom()),
                        new RecordMac(master, KeyPurpose.RECORD_MAC),
                        SigningKey.ofScalar(secret(text)),
                        new Keyring())) {
            var printed = holder.toString();
            assertFalse(printed.contains("5ec2"), printed);
            assertTrue(printed.length() < 100, printed);
        }
    }
}
