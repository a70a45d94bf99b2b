package org.franklin.box.certificate;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.franklin.box.key.SigningKey;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.indicium.KeyListing;
import org.franklin.model.meter.SerialNumber;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.concurrent.atomic.AtomicReference;

/// The Post's root: certifies meters for 90 days and boxes for as long as itself. Specimens only.
///
/// An X.509 serial number is 31 random bits, then the certificate's number, 32 bits: for a meter,
/// its serial number (24 bits) and the week (8 bits), so that no two meters ever share one and one
/// meter has the same number again only within a week, for the same key, or after five years.
public final class CertificateAuthority {

    public static final String ROOT_NAME = "Franklin Specimen Postal Root";

    /// Days of mailing that a meter's certificate covers, the first included.
    public static final int METER_DAYS = 90;

    /// Our own arc: `2.25.` and the number of a UUID, free for anyone to use.
    private static final String ARC = "2.25.324917229206554580807855594437862147376";

    private static final KeyPurposeId INDICIA =
            KeyPurposeId.getInstance(new ASN1ObjectIdentifier(ARC + ".1"));
    private static final KeyPurposeId BOXES =
            KeyPurposeId.getInstance(new ASN1ObjectIdentifier(ARC + ".2"));

    private static final int ROOT_NUMBER = 1;
    private static final int ROOT_YEARS = 20;
    private static final int DAYS_OF_A_WEEK = 7;
    private static final int WEEK_BITS = 8;
    private static final int WEEK_MASK = 0xff;

    private final SigningKey key;
    private final X509CertificateHolder root;
    private final SecureRandom random;
    private final AtomicReference<Days> latest;

    /// Refuses a key that is not the root's.
    public CertificateAuthority(SigningKey key, Bytes root, SecureRandom random) {
        this.key = key;
        this.root = read(root);
        this.random = random;
        this.latest = new AtomicReference<>(Days.from(LocalDate.EPOCH));
        if (!publicKeyOf(this.root).equals(key.publicKey())) {
            throw new IllegalArgumentException("the root's key is not that of its certificate");
        }
    }

    /// A new root's certificate of itself: 20 years, for certificates of keys and no further
    /// authorities.
    public static Bytes root(SigningKey key, LocalDate from, SecureRandom random) {
        var name = name(ROOT_NAME);
        var builder =
                new X509v3CertificateBuilder(
                        name,
                        serial(ROOT_NUMBER, random),
                        start(from),
                        endOfDayBefore(from.plusYears(ROOT_YEARS)),
                        name,
                        SubjectPublicKeyInfo.getInstance(key.publicKey().toArray()));
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            return Bytes.of(builder.build(new CertificateSigner(key)).getEncoded());
        } catch (IOException e) {
            throw new AssertionError("a certificate has a DER form", e);
        }
    }

    /// Certifies a meter's public key for mailing dates from `from` on.
    public Bytes certify(SerialNumber meter, Bytes publicKey, LocalDate from) {
        int week = (int) (from.toEpochDay() / DAYS_OF_A_WEEK) & WEEK_MASK;
        Days days = days(from);
        return issue(
                new Subject(meter.number() << WEEK_BITS | week, meter.toString(), publicKey),
                days.start,
                days.end,
                KeyUsage.digitalSignature,
                INDICIA);
    }

    /// Certifies a box's public key for as long as the root.
    public Bytes certify(BoxKey box, Bytes publicKey) {
        return issue(
                new Subject(box.number(), box.commonName(), publicKey),
                new Time(root.getNotBefore()),
                new Time(root.getNotAfter()),
                box.usage(),
                BOXES);
    }

    /// The root's signature, 64 bytes r‖s, over the canonical form of a listing.
    public Bytes attest(KeyListing listing) {
        return key.sign(Canonical.bytes(listing));
    }

    /// The days of a meter's certificate, whose text takes longer to make than its signature.
    private record Days(LocalDate from, Time start, Time end) {
        static Days from(LocalDate day) {
            return new Days(
                    day,
                    new Time(CertificateAuthority.start(day)),
                    new Time(endOfDayBefore(day.plusDays(METER_DAYS))));
        }
    }

    private Days days(LocalDate from) {
        return latest.updateAndGet(days -> days.from.equals(from) ? days : Days.from(from));
    }

    private record Subject(int number, String commonName, Bytes publicKey) {}

    private Bytes issue(Subject subject, Time from, Time to, int usage, KeyPurposeId purpose) {
        var builder =
                new X509v3CertificateBuilder(
                        root.getSubject(),
                        serial(subject.number, random),
                        from,
                        to,
                        name(subject.commonName),
                        SubjectPublicKeyInfo.getInstance(subject.publicKey.toArray()));
        try {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
            return Bytes.of(builder.build(new CertificateSigner(key)).getEncoded());
        } catch (IOException e) {
            throw new AssertionError("a certificate has a DER form", e);
        }
    }

    private static BigInteger serial(int number, SecureRandom random) {
        long high = random.nextInt() & Integer.MAX_VALUE;
        return BigInteger.valueOf(high << Integer.SIZE | Integer.toUnsignedLong(number));
    }

    private static X500Name name(String commonName) {
        return new X500NameBuilder().addRDN(BCStyle.CN, commonName).build();
    }

    private static Date start(LocalDate day) {
        return Date.from(day.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    private static Date endOfDayBefore(LocalDate day) {
        return Date.from(day.atStartOfDay().minusSeconds(1).toInstant(ZoneOffset.UTC));
    }

    private static X509CertificateHolder read(Bytes certificate) {
        try {
            return new X509CertificateHolder(certificate.toArray());
        } catch (IOException e) {
            throw new IllegalArgumentException("the root is not a certificate", e);
        }
    }

    private static Bytes publicKeyOf(X509CertificateHolder certificate) {
        try {
            return Bytes.of(certificate.getSubjectPublicKeyInfo().getEncoded());
        } catch (IOException e) {
            throw new IllegalArgumentException("the root has no public key", e);
        }
    }

    @Override
    public String toString() {
        return "CertificateAuthority";
    }
}
