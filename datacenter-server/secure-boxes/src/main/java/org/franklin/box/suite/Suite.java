package org.franklin.box.suite;

import org.franklin.box.key.KeyBlock;
import org.franklin.box.key.KeyPurpose;
import org.franklin.box.key.KeyWrap;
import org.franklin.box.key.Keyring;
import org.franklin.box.key.MasterKey;
import org.franklin.box.key.RecordMac;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.key.SelfTest;
import org.franklin.box.key.WrappedKey;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.SerialNumber;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.Stream;

/// Which cryptography an installation's records, token keys and indicia have. It is chosen once, in
/// the ceremony, and lies in the boxes' sealed seeds: no configuration and no database changes it.
///
/// Everything else is the same in both: ECDSA for devices, receipts and the boxes' statements, the
/// freshness journal, mailers' records and passwords. The patent leaves those open.
public enum Suite {
    /// Today's: HMAC-SHA-256, HKDF, AES-256-GCM; an indicium is signed with ECDSA.
    STANDARD,

    /// The patent's own, of 1998: triple DES, MACs by repeated DES; an indicium has two digital
    /// tokens. Historical: NIST allows triple DES for nothing new since the end of 2023.
    PATENT_1998;

    private static final String HISTORICAL =
            "This installation runs the suite PATENT_1998, which is historical: triple DES, which"
                    + " NIST SP 800-131A disallows since the end of 2023. Use it to study the"
                    + " patent, and for nothing else.";

    /// Of a top-level key for records, token keys or a domain, in bytes.
    public int keyLength() {
        return switch (this) {
            case STANDARD -> MasterKey.LENGTH;
            case PATENT_1998 -> TripleDes.KEY_LENGTH;
        };
    }

    /// Whether an indicium has digital tokens, which only the parties' verifiers can check.
    public boolean hasTokens() {
        return switch (this) {
            case STANDARD -> false;
            case PATENT_1998 -> true;
        };
    }

    /// Whether one set of master keys may serve for records and token keys too.
    public boolean allowsOneKeySet() {
        return switch (this) {
            case STANDARD -> false;
            case PATENT_1998 -> true;
        };
    }

    /// What whoever makes, serves or verifies with such an installation is told.
    public Optional<String> warning() {
        return switch (this) {
            case STANDARD -> Optional.empty();
            case PATENT_1998 -> Optional.of(HISTORICAL);
        };
    }

    /// The seal of records under a top-level key, which is wiped with the keys beside it.
    public RecordSeal recordSeal(Keyring keys, SecretBytes master, Bytes cluster) {
        return switch (this) {
            case STANDARD ->
                    new RecordMac(keys.master(master, cluster), KeyPurpose.RECORD_MAC)::mac;
            case PATENT_1998 -> {
                var key = new PatentMaster(keys.secret(master));
                yield (subject, month, body) -> key.mac(subject, month, body);
            }
        };
    }

    /// The wrapping of token keys under a top-level key, which is wiped with the keys beside it.
    public TokenKeyWrap tokenKeyWrap(
            Keyring keys, SecretBytes master, Bytes cluster, SecureRandom random) {
        return switch (this) {
            case STANDARD -> new StandardWrap(new KeyWrap(keys.master(master, cluster), random));
            case PATENT_1998 -> new PatentKeyWrap(new PatentMaster(keys.secret(master)), random);
        };
    }

    /// The block of a meter's token key: a P-256 scalar, or the vendor's and the Post's token keys.
    public KeyBlock tokenKeyBlock(
            SerialNumber serial, long manufacturingNumber, Bytes cluster, int month) {
        return switch (this) {
            case STANDARD -> KeyBlock.ofTokenKey(serial, manufacturingNumber, cluster, month);
            case PATENT_1998 ->
                    new KeyBlock(
                            "digital-tokens",
                            "tdea-2key-pair",
                            serial,
                            manufacturingNumber,
                            cluster,
                            month);
        };
    }

    /// What a box of this suite checks before it serves.
    public SelfTest selfTest() {
        var standard = SelfTest.standard();
        return switch (this) {
            case STANDARD -> standard;
            case PATENT_1998 ->
                    new SelfTest(
                            Stream.concat(
                                            standard.checks().stream(),
                                            PatentSelfTest.checks().stream())
                                    .toList());
        };
    }

    private record StandardWrap(KeyWrap keys) implements TokenKeyWrap {

        @Override
        public WrappedKey wrap(SecretBytes secret, KeyBlock block) {
            return keys.wrap(secret, block);
        }

        @Override
        public Optional<SecretBytes> unwrap(WrappedKey wrapped, KeyBlock block) {
            return keys.unwrap(wrapped, block);
        }
    }
}
