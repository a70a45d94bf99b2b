package org.franklin.box.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.key.SigningKey;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.indicium.CertifiedKey;
import org.franklin.model.indicium.VerificationKeys;
import org.franklin.model.indicium.VerificationKeys.Lookup;
import org.franklin.model.meter.SerialNumber;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

class CertificateAuthorityTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final SerialNumber METER = new SerialNumber(1042);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SigningKey rootKey = SigningKey.generate(RANDOM);
    private final Bytes root = CertificateAuthority.root(rootKey, TODAY, RANDOM);
    private final CertificateAuthority authority = new CertificateAuthority(rootKey, root, RANDOM);
    private final SigningKey meterKey = SigningKey.generate(RANDOM);
    private final Bytes meter = authority.certify(METER, meterKey.publicKey(), TODAY);

    private static X509Certificate read(Bytes der) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(der.toArray()));
    }

    private void validate(Bytes certificate, String at) throws GeneralSecurityException {
        var parameters = new PKIXParameters(Set.of(new TrustAnchor(read(root), null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(Instant.parse(at)));
        var path =
                CertificateFactory.getInstance("X.509")
                        .generateCertPath(List.of(read(certificate)));
        CertPathValidator.getInstance("PKIX").validate(path, parameters);
    }

    @Test
    void certifiesAMeterUnderItsPrintedSerialNumber() throws GeneralSecurityException {
        var key = new CertifiedKey(read(meter));
        assertTrue(key.isOfMeter(METER));
        assertFalse(key.isOfMeter(new SerialNumber(1043)));
        assertEquals("CN=ZZ 01 0001042", read(meter).getSubjectX500Principal().getName());
        assertEquals(
                "CN=Franklin Specimen Postal Root", read(meter).getIssuerX500Principal().getName());
        assertEquals(meterKey.publicKey(), Bytes.of(read(meter).getPublicKey().getEncoded()));
    }

    @Test
    void certifiesAMeterForNinetyDaysOfMailing() throws GeneralSecurityException {
        var key = new CertifiedKey(read(meter));
        assertFalse(key.covers(TODAY.minusDays(1)));
        assertTrue(key.covers(TODAY));
        assertTrue(key.covers(TODAY.plusDays(89)));
        assertFalse(key.covers(TODAY.plusDays(90)));
    }

    @Test
    void isTrustedByWhoTrustsTheRoot() throws GeneralSecurityException {
        validate(meter, "2026-11-22T00:00:00Z");
        validate(meter, "2027-02-19T23:59:59Z");
        assertThrows(
                CertPathValidatorException.class, () -> validate(meter, "2027-02-20T00:00:00Z"));
        for (BoxKey box : BoxKey.values()) {
            validate(authority.certify(box, meterKey.publicKey()), "2046-11-21T23:59:59Z");
        }
        assertThrows(
                CertPathValidatorException.class, () -> validate(meter, "2026-11-21T23:59:59Z"));
    }

    @Test
    void isNotTrustedUnderAnotherRootOfTheSameName() throws GeneralSecurityException {
        var otherKey = SigningKey.generate(RANDOM);
        var otherRoot = CertificateAuthority.root(otherKey, TODAY, RANDOM);
        var foreign =
                new CertificateAuthority(otherKey, otherRoot, RANDOM)
                        .certify(METER, meterKey.publicKey(), TODAY);
        assertThrows(
                CertPathValidatorException.class, () -> validate(foreign, "2026-11-22T00:00:00Z"));
        var keys = VerificationKeys.of(root, List.of(foreign)).orThrow();
        assertInstanceOf(
                Lookup.Untrusted.class, keys.find(new CertifiedKey(read(foreign)).number()));
    }

    @Test
    void findsEveryCertificateByItsNumber() throws GeneralSecurityException {
        var receipts = authority.certify(BoxKey.METER_RECEIPTS, meterKey.publicKey());
        var keys = VerificationKeys.of(root, List.of(meter, receipts)).orThrow();
        int number = new CertifiedKey(read(meter)).number();
        assertInstanceOf(Lookup.Trusted.class, keys.find(number));
        assertInstanceOf(Lookup.Trusted.class, keys.find(BoxKey.METER_RECEIPTS.number()));
        assertInstanceOf(Lookup.Unknown.class, keys.find(number + 1));
    }

    @Test
    void givesNoTwoMetersOneNumber() throws GeneralSecurityException {
        var numbers = new HashSet<Integer>();
        var key = meterKey.publicKey();
        int highest = 9_999_999;
        for (int serial : new int[] {1, 2, 255, 256, 257, 65_536, 8_388_608, highest}) {
            for (int week = 0; week < 5; week++) {
                var certificate =
                        authority.certify(
                                new SerialNumber(serial), key, TODAY.plusWeeks(week * 60L));
                int number = new CertifiedKey(read(certificate)).number();
                assertTrue(numbers.add(number), () -> serial + " has the number " + number);
            }
        }
        for (BoxKey box : BoxKey.values()) {
            assertTrue(numbers.add(box.number()), box::name);
        }
        assertFalse(numbers.contains(0));
    }

    @Test
    void drawsAnotherX509SerialNumberEachTime() throws GeneralSecurityException {
        var again = authority.certify(METER, meterKey.publicKey(), TODAY);
        assertNotEquals(read(meter).getSerialNumber(), read(again).getSerialNumber());
        assertEquals(1, read(again).getSerialNumber().signum());
    }

    @Test
    void saysWhatAKeyIsFor() throws GeneralSecurityException {
        assertTrue(read(meter).getKeyUsage()[0], "digitalSignature");
        assertEquals(Set.of("2.5.29.15"), read(meter).getCriticalExtensionOIDs());
        assertTrue(read(meter).getExtendedKeyUsage().getFirst().matches("2\\.25\\.\\d+\\.1"));
        assertEquals(-1, read(meter).getBasicConstraints(), "not an authority");
        var credentials = read(authority.certify(BoxKey.CREDENTIALS, meterKey.publicKey()));
        assertFalse(credentials.getKeyUsage()[0]);
        assertTrue(credentials.getKeyUsage()[4], "keyAgreement");
        assertEquals(0, read(root).getBasicConstraints(), "an authority of keys only");
        assertTrue(read(root).getKeyUsage()[5], "keyCertSign");
    }

    @Test
    void refusesAKeyThatIsNotTheRoots() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new CertificateAuthority(meterKey, root, RANDOM));
        var noCertificate = Bytes.ofHex("3003020100");
        assertThrows(
                IllegalArgumentException.class,
                () -> new CertificateAuthority(rootKey, noCertificate, RANDOM));
        assertFalse(authority.toString().contains("key"));
    }
}
