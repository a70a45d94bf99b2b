package org.franklin.box.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.franklin.box.BoxEvent;
import org.franklin.box.BoxPort;
import org.franklin.box.Refusal;
import org.franklin.box.StepAnswer;
import org.franklin.box.StepAnswer.Done;
import org.franklin.box.StepAnswer.Evidence;
import org.franklin.box.StepAnswer.IssuedEarlier;
import org.franklin.box.StepAnswer.Redo;
import org.franklin.box.StepAnswer.Refused;
import org.franklin.box.StepAnswer.Stale;
import org.franklin.box.StepAnswer.Tampered;
import org.franklin.box.certificate.BoxKey;
import org.franklin.box.certificate.CertificateAuthority;
import org.franklin.box.freshness.disk.FolderDisk;
import org.franklin.box.freshness.journal.LocalJournal;
import org.franklin.box.keeper.Keepers;
import org.franklin.box.key.MasterKey;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.key.SigningKey;
import org.franklin.box.key.VerifyingKey;
import org.franklin.box.record.SignedRecord;
import org.franklin.box.statement.BoxSigned;
import org.franklin.box.statement.BoxSigner;
import org.franklin.box.statement.BoxVerifier;
import org.franklin.box.statement.Login;
import org.franklin.box.statement.Payment;
import org.franklin.box.statement.Voucher;
import org.franklin.box.suite.Suite;
import org.franklin.box.transaction.AccountReply.Entry;
import org.franklin.box.transaction.AccountReply.Row;
import org.franklin.box.transaction.TransactionBoxAnswer.Found;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

@ParameterizedClass
@EnumSource(Suite.class)
class TransactionBoxTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Bytes CLUSTER = Bytes.of("one installation".getBytes(US_ASCII));
    private static final MailerId MAILER = new MailerId("0123456789abcdef0123456789abcdef");
    private static final SerialNumber METER = new SerialNumber(1042);
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Postage FIFTY = Postage.ofDollars(50);

    @Parameter private Suite suite = Suite.STANDARD;
    @TempDir private Path dir;

    private final SigningKey authentication = SigningKey.generate(RANDOM);
    private final SigningKey processor = SigningKey.generate(RANDOM);
    private final SigningKey own = SigningKey.generate(RANDOM);
    private final List<Bytes> records = new ArrayList<>();
    private LocalJournal log;
    private BoxPort<TransactionBoxRequest, TransactionBoxAnswer> box;

    @BeforeEach
    void openAnAccount() throws IOException {
        var rootKey = SigningKey.generate(RANDOM);
        Bytes root = CertificateAuthority.root(rootKey, LocalDate.EPOCH, RANDOM);
        var authority = new CertificateAuthority(rootKey, root, RANDOM);
        var seed =
                new TransactionSeed(
                        CLUSTER,
                        secret(suite.keyLength()),
                        secret(MasterKey.LENGTH),
                        secret(MasterKey.LENGTH),
                        own.pkcs8(),
                        authority.certify(BoxKey.TRANSACTION_STATEMENTS, own.publicKey()),
                        root,
                        authentication.publicKey(),
                        processor.publicKey(),
                        suite,
                        Keepers.NONE);
        var disk = new FolderDisk(dir);
        var key = TransactionBox.journalKey(seed);
        LocalJournal.create(disk, "transaction.journal", key);
        log = LocalJournal.open(disk, "transaction.journal", key, () -> NOON);
        box =
                new BoxPort<>(
                        TransactionBoxRequest.class,
                        TransactionBoxAnswer.class,
                        TransactionBox.open(seed, log, RANDOM, () -> NOON).behindItsWall());
        store(stepped(new TransactionBoxRequest.Open(MAILER)));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void turnsAPaymentIntoAVoucherOfTheSameAmount() {
        var done = store(step(new AccountStep.Fund(paid(1, FIFTY))));

        assertEquals(new Voucher(CLUSTER, METER, 1, FIFTY), voucher(done));
        assertEquals(FIFTY, record().credited());
        assertEquals(FIFTY, record().debited());
    }

    @Test
    void creditsAPaymentOnceHoweverOftenItIsShown() {
        var payment = paid(1, FIFTY);
        var first = store(step(new AccountStep.Fund(payment)));

        assertEquals(first, step(new AccountStep.Fund(payment)));
        store(step(new AccountStep.Fund(paid(2, FIFTY))));
        var earlier = assertInstanceOf(IssuedEarlier.class, step(new AccountStep.Fund(payment)));
        var found =
                assertInstanceOf(
                        Found.class,
                        box.call(new TransactionBoxRequest.Find(MAILER, earlier.request())));
        assertEquals(first.reply(), found.reply());
        assertEquals(Postage.ofDollars(100), record().credited());
    }

    @Test
    void takesPaymentsInOrderAndOnlyFromTheProcessor() {
        assertEquals(
                new Refused(new Refusal.OutOfOrder(1)), step(new AccountStep.Fund(paid(2, FIFTY))));
        var forged = new BoxSigner(authentication, 0).sign(payment(MAILER, 1, FIFTY));
        assertEquals(new Refused(new Refusal.BadSignature()), step(new AccountStep.Fund(forged)));
        var another = new MailerId("f".repeat(32));
        var misled = new BoxSigner(processor, 0).sign(payment(another, 1, FIFTY));
        assertEquals(new Refused(new Refusal.BadSignature()), step(new AccountStep.Fund(misled)));
    }

    @Test
    void signsARowForEverySignOnWithItsSequence() {
        var accepted = store(step(new AccountStep.SignOn(login(true, 1))));
        var refused = store(step(new AccountStep.SignOn(login(false, 2))));

        assertEquals(1, row(accepted).counter());
        assertEquals(2, row(refused).counter());
        assertEquals(row(accepted).record(), row(refused).previousRecord());
        assertTrue(
                assertInstanceOf(Entry.SignedOn.class, row(accepted).entry()).login().accepted());
        assertEquals(1, record().logins());
        assertEquals(1, record().refusedLogins());
    }

    @Test
    void notesOneSignOnOnceWhenItsAnswerWasLost() {
        var login = login(true, 1);
        var first = store(step(new AccountStep.SignOn(login)));

        assertEquals(first, step(new AccountStep.SignOn(login)));
        assertEquals(1, record().logins());
    }

    @Test
    void believesNoSignOnThatTheAuthenticationBoxDidNotSign() {
        var login = new Login(CLUSTER, MAILER, Bytes.of(new byte[16]), NOON, true, Hash.NONE);
        var forged = new BoxSigner(processor, 0).sign(login);

        assertEquals(new Refused(new Refusal.BadSignature()), step(new AccountStep.SignOn(forged)));
    }

    @Test
    void refusesYesterdaysAccount() {
        Bytes yesterday = records.getLast();
        store(step(new AccountStep.Fund(paid(1, FIFTY))));
        var redo = assertInstanceOf(Redo.class, step(yesterday, 0, paid(2, FIFTY)));
        assertEquals(records.getLast(), redo.record());
        store(step(new AccountStep.Fund(paid(2, FIFTY))));

        var stale = assertInstanceOf(Stale.class, step(yesterday, 0, paid(3, FIFTY)));
        assertEquals(
                new Tampered(Evidence.ROLLED_BACK),
                step(yesterday, stale.confirmation(), paid(3, FIFTY)));
        assertTrue(
                assertInstanceOf(
                                TransactionBoxAnswer.Events.class,
                                box.call(new TransactionBoxRequest.Events(1)))
                        .events()
                        .stream()
                        .anyMatch(event -> event.kind() == BoxEvent.Kind.TAMPERED_ROLLBACK));
    }

    @Test
    void refusesAnAccountWithAnyChangedByte() {
        byte[] record = records.getLast().toArray();
        for (int at = 0; at < record.length; at++) {
            byte[] changed = record.clone();
            changed[at] ^= 1;
            assertEquals(
                    new Tampered(Evidence.BAD_MAC),
                    step(Bytes.of(changed), 0, paid(1, FIFTY)),
                    "byte " + at);
        }
    }

    @Test
    void opensAnAccountOnce() {
        assertEquals(
                new Refused(new Refusal.AlreadyThere()),
                stepped(new TransactionBoxRequest.Open(MAILER)));
    }

    private StepAnswer step(AccountStep step) {
        return stepped(new TransactionBoxRequest.Step(records.getLast(), 0, step));
    }

    private StepAnswer step(Bytes record, long confirmation, BoxSigned payment) {
        return stepped(
                new TransactionBoxRequest.Step(
                        record, confirmation, new AccountStep.Fund(payment)));
    }

    private StepAnswer stepped(TransactionBoxRequest request) {
        return assertInstanceOf(Stepped.class, box.call(request)).answer();
    }

    private Done store(StepAnswer answer) {
        var done = assertInstanceOf(Done.class, answer);
        records.add(done.record());
        return done;
    }

    private AccountRecord record() {
        return SignedRecord.body(AccountRecord.class, records.getLast()).orThrow();
    }

    private Voucher voucher(Done done) {
        return verifier()
                .open(Voucher.class, TransactionBox.vouchers(done.reply()).getFirst())
                .orElseThrow();
    }

    private Row row(Done done) {
        var reply = Canonical.decode(AccountReply.class, done.reply()).orThrow();
        return verifier().open(Row.class, reply.row()).orElseThrow();
    }

    private BoxVerifier verifier() {
        return new BoxVerifier(VerifyingKey.of(own.publicKey()).orElseThrow());
    }

    private BoxSigned paid(long number, Postage amount) {
        return new BoxSigner(processor, 0).sign(payment(MAILER, number, amount));
    }

    private static Payment payment(MailerId mailer, long number, Postage amount) {
        return new Payment(
                mailer,
                METER,
                number,
                new UUID(7, number).toString(),
                amount,
                PaymentMethod.SANDBOX_ACH);
    }

    private BoxSigned login(boolean accepted, int attempt) {
        byte[] drawn = new byte[16];
        drawn[0] = (byte) attempt;
        return new BoxSigner(authentication, 0)
                .sign(new Login(CLUSTER, MAILER, Bytes.of(drawn), NOON, accepted, Hash.NONE));
    }

    private static SecretBytes secret(int length) {
        return SecretBytes.random(length, RANDOM);
    }
}
