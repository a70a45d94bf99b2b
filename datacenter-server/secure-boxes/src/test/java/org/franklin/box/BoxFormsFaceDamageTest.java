package org.franklin.box;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;

import org.franklin.box.authentication.AuthenticationBoxAnswer;
import org.franklin.box.authentication.AuthenticationBoxRequest;
import org.franklin.box.authentication.MailerRecord;
import org.franklin.box.certificate.CertificateAuthority;
import org.franklin.box.key.KeyBlock;
import org.franklin.box.key.KeyWrap;
import org.franklin.box.key.MasterKey;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.key.SigningKey;
import org.franklin.box.key.VerifyingKey;
import org.franklin.box.key.WrappedKey;
import org.franklin.box.meter.MeterBoxAnswer;
import org.franklin.box.meter.MeterBoxRequest;
import org.franklin.box.meter.record.MeterRecord;
import org.franklin.box.record.SignedRecord;
import org.franklin.box.statement.Birth;
import org.franklin.box.statement.BoxSigned;
import org.franklin.box.statement.Grant;
import org.franklin.box.statement.Login;
import org.franklin.box.statement.Payment;
import org.franklin.box.statement.Voucher;
import org.franklin.box.steel.SteelBoxAnswer;
import org.franklin.box.steel.SteelBoxRequest;
import org.franklin.box.transaction.AccountRecord;
import org.franklin.box.transaction.AccountReply;
import org.franklin.box.transaction.TransactionBoxAnswer;
import org.franklin.box.transaction.TransactionBoxRequest;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.indicium.CertifiedKey;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.MeterRequest;
import org.franklin.model.meter.SerialNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Every byte form that a box reads, damaged: it is refused in so many words, or it is the form of
/// another value; the reader never breaks, and takes memory for what it was given.
class BoxFormsFaceDamageTest {

    private static final int INPUTS = 20_000;
    private static final int GENUINE = 50;

    /// What a reader may allocate, in bytes: for each byte of the input, and besides.
    private static final long FOR_EACH_BYTE = 200;

    private static final long BESIDES = 1 << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final Genuine genuine = new Genuine(random);

    @ParameterizedTest
    @ValueSource(
            classes = {
                SignedRecord.class,
                MeterRecord.class,
                AccountRecord.class,
                MailerRecord.class,
                AccountReply.class,
                AccountReply.Row.class,
                Grant.class,
                Voucher.class,
                Payment.class,
                Login.class,
                Birth.class,
                BoxSigned.class,
                KeyBlock.class,
                BoxEvent.class,
                MeterRequest.class,
                MeterReply.class,
                MeterBoxRequest.class,
                MeterBoxAnswer.class,
                TransactionBoxRequest.class,
                TransactionBoxAnswer.class,
                AuthenticationBoxRequest.class,
                AuthenticationBoxAnswer.class,
                SteelBoxRequest.class,
                SteelBoxAnswer.class
            })
    void readsADamagedFormOnlyAsWhatItWouldWrite(Class<?> type) {
        damaged(
                Stream.generate(() -> Bytes.of(Canonical.encode(type, genuine.value(type))))
                        .limit(GENUINE)
                        .toList(),
                bytes -> readsOnlyWhatItWouldWrite(type, bytes));
    }

    private static <T> void readsOnlyWhatItWouldWrite(Class<T> type, Bytes bytes) {
        switch (Canonical.decode(type, bytes)) {
            case Valid<T>(var value) ->
                    assertEquals(bytes, Bytes.of(Canonical.encode(type, value)));
            case Malformed<T>(var reason) ->
                    assertTrue(reason.startsWith(type.getSimpleName() + ": "), reason);
        }
    }

    @Test
    void readsASignedRecordWithADamagedOneInside() {
        var record = Canonical.bytes(genuine.value(MeterRecord.class));
        damaged(
                List.of(record),
                bytes -> {
                    var signed = Canonical.bytes(new SignedRecord(bytes, bytes));
                    switch (SignedRecord.body(MeterRecord.class, signed)) {
                        case Valid<MeterRecord>(var read) ->
                                assertEquals(bytes, Canonical.bytes(read));
                        case Malformed<MeterRecord>(var reason) ->
                                assertTrue(reason.startsWith("MeterRecord: "), reason);
                    }
                });
    }

    @Test
    void takesNoDamagedPublicKeyForAnotherForm() {
        var spki = SigningKey.generate(new SecureRandom()).publicKey();
        damaged(
                List.of(spki),
                bytes -> VerifyingKey.of(bytes).ifPresent(key -> assertEquals(bytes, key.spki())));
    }

    @Test
    void takesNoDamagedCertificateForAnotherForm() {
        var random = new SecureRandom();
        var root = CertificateAuthority.root(SigningKey.generate(random), LocalDate.EPOCH, random);
        damaged(
                List.of(root),
                bytes ->
                        CertifiedKey.read(bytes)
                                .ifPresent(key -> assertEquals(bytes, encoded(key))));
    }

    private static Bytes encoded(CertifiedKey key) {
        try {
            return Bytes.of(key.certificate().getEncoded());
        } catch (CertificateEncodingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void unwrapsNoDamagedKey() {
        var cluster = Bytes.of(new byte[MasterKey.CLUSTER_LENGTH]);
        var wrap =
                new KeyWrap(
                        new MasterKey(SecretBytes.take(new byte[MasterKey.LENGTH]), cluster),
                        new SecureRandom());
        var block = KeyBlock.ofTokenKey(new SerialNumber(1042), 77, cluster, 202611);
        var key = SecretBytes.random(32, new SecureRandom());
        var wrapped = wrap.wrap(key, block);
        damaged(
                List.of(Canonical.bytes(wrapped)),
                bytes -> {
                    if (Canonical.decode(WrappedKey.class, bytes)
                            instanceof Valid<WrappedKey>(var read)) {
                        assertEquals(
                                read.equals(wrapped) ? Optional.of(key) : Optional.empty(),
                                wrap.unwrap(read, block));
                    }
                });
        damaged(
                List.of(wrapped.ciphertext(), wrapped.nonce()),
                bytes ->
                        Stream.of(
                                        new WrappedKey(202611, wrapped.nonce(), bytes),
                                        new WrappedKey(202611, bytes, wrapped.ciphertext()))
                                .filter(read -> !read.equals(wrapped))
                                .forEach(read ->
                                        assertEquals(Optional.empty(), wrap.unwrap(read, block))));
    }

    private void damaged(List<Bytes> forms, Consumer<Bytes> reader) {
        forms.forEach(reader);
        for (int i = 0; i < INPUTS; i++) {
            var bytes = Damage.any(random, one(forms), one(forms));
            long before = THREADS.getCurrentThreadAllocatedBytes();
            try {
                reader.accept(bytes);
            } catch (RuntimeException | Error e) {
                throw new AssertionError("seed " + seed + ": " + bytes.hex(), e);
            }
            long took = THREADS.getCurrentThreadAllocatedBytes() - before;
            assertTrue(
                    took <= BESIDES + FOR_EACH_BYTE * bytes.length(),
                    () -> "seed " + seed + ": " + took + " bytes for " + bytes.hex());
        }
    }

    private Bytes one(List<Bytes> forms) {
        return forms.get(random.nextInt(forms.size()));
    }
}
