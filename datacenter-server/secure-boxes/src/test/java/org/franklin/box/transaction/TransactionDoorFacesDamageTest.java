package org.franklin.box.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.franklin.box.BoxPort;
import org.franklin.box.Damage;
import org.franklin.box.Genuine;
import org.franklin.box.SecureBox;
import org.franklin.box.Standing;
import org.franklin.box.StepAnswer.Done;
import org.franklin.box.certificate.BoxKey;
import org.franklin.box.certificate.CertificateAuthority;
import org.franklin.box.freshness.disk.FolderDisk;
import org.franklin.box.freshness.journal.LocalJournal;
import org.franklin.box.keeper.Keepers;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.key.SigningKey;
import org.franklin.box.statement.BoxSigned;
import org.franklin.box.statement.BoxSigner;
import org.franklin.box.statement.Login;
import org.franklin.box.statement.Payment;
import org.franklin.box.suite.Suite;
import org.franklin.box.transaction.TransactionBoxAnswer.Looked;
import org.franklin.box.transaction.TransactionBoxAnswer.Stepped;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Hash;
import org.franklin.model.mailer.MailerId;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/// A real transaction box answers whatever comes through its door, and does nothing for it.
@ParameterizedClass
@EnumSource(Suite.class)
class TransactionDoorFacesDamageTest {

    private static final int INPUTS = 20_000;
    private static final int STRANGERS = 2_000;
    private static final Bytes UNREADABLE = Bytes.of(new byte[] {1});
    private static final SecureRandom KEYS = new SecureRandom();
    private static final Bytes CLUSTER = Bytes.of(new byte[16]);
    private static final MailerId MAILER = new MailerId("0123456789abcdef0123456789abcdef");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Parameter private Suite suite = Suite.STANDARD;

    @TempDir private Path dir;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final SigningKey authentication = SigningKey.generate(KEYS);
    private final SigningKey processor = SigningKey.generate(KEYS);
    private LocalJournal log;
    private SecureBox door;
    private BoxPort<TransactionBoxRequest, TransactionBoxAnswer> box;

    @BeforeEach
    void openTheBox() throws IOException {
        var rootKey = SigningKey.generate(KEYS);
        var own = SigningKey.generate(KEYS);
        Bytes root = CertificateAuthority.root(rootKey, LocalDate.EPOCH, KEYS);
        var seal = SecretBytes.take(new byte[32]);
        var manufactured =
                new TransactionSeed(
                        CLUSTER,
                        SecretBytes.random(suite.keyLength(), KEYS),
                        seal,
                        seal,
                        own.pkcs8(),
                        new CertificateAuthority(rootKey, root, KEYS)
                                .certify(BoxKey.TRANSACTION_STATEMENTS, own.publicKey()),
                        root,
                        authentication.publicKey(),
                        processor.publicKey(),
                        suite,
                        Keepers.NONE);
        var disk = new FolderDisk(dir);
        var key = TransactionBox.journalKey(manufactured);
        LocalJournal.create(disk, "transaction.journal", key);
        log = LocalJournal.open(disk, "transaction.journal", key, () -> NOON);
        door = TransactionBox.open(manufactured, log, KEYS, () -> NOON).behindItsWall();
        box = new BoxPort<>(TransactionBoxRequest.class, TransactionBoxAnswer.class, door);
    }

    @AfterEach
    void closeTheJournal() {
        log.close();
    }

    @Test
    void noDamagedRequestBreaksTheBoxOrMovesTheAccount() {
        var opened = done(new TransactionBoxRequest.Open(MAILER));
        var paid = new AccountStep.Fund(payment());
        var signedOn = new AccountStep.SignOn(login());
        var funded = done(new TransactionBoxRequest.Step(opened.record(), 0, paid));
        var last = done(new TransactionBoxRequest.Step(funded.record(), 0, signedOn));
        var requests =
                List.of(
                        form(new TransactionBoxRequest.Open(MAILER)),
                        form(new TransactionBoxRequest.Step(last.record(), 0, paid)),
                        form(new TransactionBoxRequest.Step(last.record(), 0, signedOn)),
                        form(new TransactionBoxRequest.Find(MAILER, funded.request())),
                        form(new TransactionBoxRequest.Look(last.record())),
                        form(new TransactionBoxRequest.Events(1)));
        for (int i = 0; i < INPUTS; i++) {
            answers(
                    Damage.any(
                            random,
                            requests.get(random.nextInt(requests.size())),
                            requests.get(random.nextInt(requests.size()))));
        }
        assertEquals(
                new Looked(Standing.CURRENT, last.counter()),
                box.call(new TransactionBoxRequest.Look(last.record())));
    }

    @Test
    void aWellFormedRequestOfNobodyIsAnswered() {
        var genuine = new Genuine(random);
        for (int i = 0; i < STRANGERS; i++) {
            answers(form(genuine.value(TransactionBoxRequest.class)));
        }
    }

    private Done done(TransactionBoxRequest request) {
        var stepped = assertInstanceOf(Stepped.class, box.call(request));
        return assertInstanceOf(Done.class, stepped.answer());
    }

    private void answers(Bytes request) {
        try {
            var answer = door.call(request);
            if (!answer.equals(UNREADABLE)) {
                assertInstanceOf(
                        TransactionBoxAnswer.class,
                        Canonical.decode(
                                        TransactionBoxAnswer.class,
                                        answer.slice(1, answer.length()))
                                .orThrow());
            }
        } catch (RuntimeException | Error e) {
            throw new AssertionError("seed " + seed + ": " + request.hex(), e);
        }
    }

    private BoxSigned payment() {
        return new BoxSigner(processor, 0)
                .sign(
                        new Payment(
                                MAILER,
                                new SerialNumber(1042),
                                1,
                                "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
                                Postage.ofDollars(50),
                                PaymentMethod.SANDBOX_ACH));
    }

    private BoxSigned login() {
        return new BoxSigner(authentication, 0)
                .sign(new Login(CLUSTER, MAILER, Bytes.of(new byte[16]), NOON, true, Hash.NONE));
    }

    private static Bytes form(TransactionBoxRequest request) {
        return Bytes.of(Canonical.encode(TransactionBoxRequest.class, request));
    }
}
