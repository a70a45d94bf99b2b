package org.franklin.box.meter;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.franklin.box.BoxPort;
import org.franklin.box.SecureBox;
import org.franklin.box.StepAnswer;
import org.franklin.box.StepAnswer.Done;
import org.franklin.box.certificate.BoxKey;
import org.franklin.box.certificate.CertificateAuthority;
import org.franklin.box.freshness.Slot;
import org.franklin.box.freshness.disk.FolderDisk;
import org.franklin.box.freshness.journal.LocalJournal;
import org.franklin.box.keeper.KeeperKey;
import org.franklin.box.keeper.Keepers;
import org.franklin.box.key.Keyring;
import org.franklin.box.key.MasterKey;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.key.SigningKey;
import org.franklin.box.meter.MeterBoxAnswer.Stepped;
import org.franklin.box.meter.record.MeterRecord;
import org.franklin.box.record.SignedRecord;
import org.franklin.box.statement.Birth;
import org.franklin.box.statement.BoxSigned;
import org.franklin.box.statement.BoxSigner;
import org.franklin.box.statement.Grant;
import org.franklin.box.statement.Voucher;
import org.franklin.box.steel.SteelBox;
import org.franklin.box.steel.SteelBoxAnswer;
import org.franklin.box.steel.SteelBoxRequest;
import org.franklin.box.steel.SteelSeed;
import org.franklin.box.suite.Suite;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.franklin.model.indicium.VerificationKeys;
import org.franklin.model.mail.MailClass;
import org.franklin.model.mail.Mailpiece;
import org.franklin.model.mail.PricedMailpiece;
import org.franklin.model.mail.RateCategory;
import org.franklin.model.mail.Weight;
import org.franklin.model.mail.ZipCode;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.meter.DeviceSigned;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.MeterRequest;
import org.franklin.model.meter.QuoteId;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// One real meter box with one meter, its journal on disk, and the keys of all who speak to it; a
/// list stands for the database, so that a test can put old records back.
final class MeterWorld implements AutoCloseable {

    static final SerialNumber SERIAL = new SerialNumber(1042);
    static final Bytes CLUSTER = Bytes.of("one installation".getBytes(US_ASCII));

    static final Hash OWNER = Hash.of(CLUSTER);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String JOURNAL = "meter.journal";

    final SigningKey authentication = SigningKey.generate(RANDOM);
    final SigningKey transaction = SigningKey.generate(RANDOM);
    final SigningKey device = SigningKey.generate(RANDOM);
    final KeeperKey ann = KeeperKey.draw("Ann", RANDOM);
    final KeeperKey bob = KeeperKey.draw("Bob", RANDOM);
    final List<Bytes> records = new ArrayList<>();
    final BoxPort<SteelBoxRequest, SteelBoxAnswer> steel;
    final Birth birth;
    final SecretBytes vendorKey;
    final SecretBytes postalKey;
    Instant now = Instant.parse("2026-11-22T12:00:00Z");

    private final SigningKey rootKey = SigningKey.generate(RANDOM);
    private final SecretBytes steelKey = secret(MasterKey.LENGTH);
    private final Path memory;
    private final MeterSeed seed;
    private LocalJournal log;
    private SecureBox wall;
    private BoxPort<MeterBoxRequest, MeterBoxAnswer> box;

    MeterWorld(Path dir, Suite suite) throws IOException {
        Bytes root = CertificateAuthority.root(rootKey, today(), RANDOM);
        var authority = new CertificateAuthority(rootKey, root, RANDOM);
        vendorKey = secret(suite.keyLength());
        postalKey = secret(suite.keyLength());
        SecretBytes tokenKeyMaster = secret(suite.keyLength());
        steel =
                port(
                        SteelBoxRequest.class,
                        SteelBoxAnswer.class,
                        SteelBox.open(
                                new SteelSeed(
                                        CLUSTER,
                                        vendorKey,
                                        postalKey,
                                        tokenKeyMaster,
                                        steelKey,
                                        secret(MasterKey.LENGTH),
                                        secret(MasterKey.LENGTH),
                                        rootKey.pkcs8(),
                                        root,
                                        suite),
                                () -> now,
                                RANDOM));
        var receipts = SigningKey.generate(RANDOM);
        seed =
                new MeterSeed(
                        CLUSTER,
                        secret(suite.keyLength()),
                        tokenKeyMaster,
                        steelKey,
                        secret(MasterKey.LENGTH),
                        receipts.pkcs8(),
                        authority.certify(BoxKey.METER_RECEIPTS, receipts.publicKey()),
                        root,
                        authentication.publicKey(),
                        transaction.publicKey(),
                        suite,
                        new Keepers(List.of(ann.keeper(), bob.keeper())));
        birth =
                assertInstanceOf(
                                SteelBoxAnswer.Made.class,
                                steel.call(new SteelBoxRequest.Make(SERIAL)))
                        .birth();
        memory = dir;
        LocalJournal.create(new FolderDisk(dir), JOURNAL, MeterBox.journalKey(seed));
        start();
    }

    /// A meter with one device and this much postage.
    static MeterWorld holding(Path dir, Suite suite, Postage funds) throws IOException {
        var world = new MeterWorld(dir, suite);
        world.store(world.stepped(new MeterBoxRequest.Admit(world.birth)));
        world.store(world.step(new MeterStep.Enrol(world.grant(1, world.device.publicKey()))));
        world.store(world.step(new MeterStep.Refill(world.voucher(1, funds))));
        return world;
    }

    /// A birth as if the steel box had told it.
    Birth told(Birth birth) {
        return seed.births(new Keyring()).sign(birth);
    }

    void start() throws IOException {
        log =
                LocalJournal.open(
                        new FolderDisk(memory), JOURNAL, MeterBox.journalKey(seed), () -> now);
        wall = MeterBox.open(seed, log, RANDOM, () -> now).behindItsWall();
        box = port(MeterBoxRequest.class, MeterBoxAnswer.class, wall);
    }

    /// What a crash of the box's process leaves: the journal.
    void restart() throws IOException {
        log.close();
        start();
    }

    /// The core of this box, apart from it.
    MeterCore core() {
        return MeterCore.of(seed, RANDOM);
    }

    /// What this box remembers of its meter.
    Slot slot() {
        return log.slot(MeterRecord.subject(SERIAL)).orElseThrow();
    }

    Path journal() {
        return memory.resolve(JOURNAL);
    }

    /// Takes away what a start would begin with instead of the whole journal.
    void forgetSnapshots() throws IOException {
        for (int i = 0; i < 2; i++) {
            Files.deleteIfExists(memory.resolve(JOURNAL + ".snapshot-" + i));
        }
    }

    Bytes door(Bytes request) {
        return wall.call(request);
    }

    MeterBoxAnswer call(MeterBoxRequest request) {
        return box.call(request);
    }

    StepAnswer stepped(MeterBoxRequest request) {
        return assertInstanceOf(Stepped.class, box.call(request)).answer();
    }

    StepAnswer step(MeterStep step) {
        return step(current(), step);
    }

    StepAnswer step(Bytes record, MeterStep step) {
        return stepped(new MeterBoxRequest.Step(record, 0, step));
    }

    StepAnswer confirm(Bytes record, long confirmation, MeterStep step) {
        return stepped(new MeterBoxRequest.Step(record, confirmation, step));
    }

    Bytes current() {
        return records.getLast();
    }

    Done store(StepAnswer answer) {
        var done = assertInstanceOf(Done.class, answer);
        records.add(done.record());
        return done;
    }

    MeterRecord record() {
        return recordOf(current());
    }

    static MeterRecord recordOf(Bytes signed) {
        return SignedRecord.body(MeterRecord.class, signed).orThrow();
    }

    static MeterReply reply(Done done) {
        return MeterReply.decode(done.reply()).orThrow();
    }

    MeterStep letter(long sequence) {
        return new MeterStep.Serve(signed(dispense(sequence, Postage.ofCents(74), 1)));
    }

    MeterStep cancel(long sequence) {
        return new MeterStep.Serve(
                signed(new MeterRequest.Cancel(SERIAL, new DeviceId(1), sequence)));
    }

    MeterRequest.Dispense dispense(long sequence, Postage price, int pieces) {
        return new MeterRequest.Dispense(
                SERIAL,
                new DeviceId(1),
                sequence,
                new QuoteId(Bytes.of(new byte[QuoteId.LENGTH])),
                Stream.generate(() -> new PricedMailpiece(piece(today()), price))
                        .limit(pieces)
                        .toList());
    }

    static Mailpiece piece(LocalDate date) {
        return new Mailpiece(
                MailClass.FIRST_CLASS,
                RateCategory.LETTER,
                Weight.ofOunces(1),
                List.of(),
                new ZipCode("12207"),
                new ZipCode("972014418"),
                date);
    }

    DeviceSigned signed(MeterRequest request) {
        return signed(request, device);
    }

    static DeviceSigned signed(MeterRequest request, SigningKey key) {
        Bytes canonical = request.canonical();
        return new DeviceSigned(canonical, key.sign(canonical));
    }

    BoxSigned grant(long number, Bytes deviceKey) {
        return grant(number, deviceKey, Grant.Kind.ENROLMENT);
    }

    BoxSigned recovery(long number, Bytes deviceKey) {
        return grant(number, deviceKey, Grant.Kind.RECOVERY);
    }

    private BoxSigned grant(long number, Bytes deviceKey, Grant.Kind kind) {
        return new BoxSigner(authentication, 0)
                .sign(new Grant(CLUSTER, SERIAL, OWNER, number, deviceKey, kind));
    }

    BoxSigned voucher(long number, Postage amount) {
        return new BoxSigner(transaction, 0).sign(new Voucher(CLUSTER, SERIAL, number, amount));
    }

    VerificationKeys verifier() {
        return VerificationKeys.of(
                        seed.root(), List.of(birth.certificate(), seed.receiptCertificate()))
                .orThrow();
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    @Override
    public void close() {
        log.close();
    }

    private static SecretBytes secret(int length) {
        return SecretBytes.random(length, RANDOM);
    }

    private static <Q, A> BoxPort<Q, A> port(Class<Q> requests, Class<A> answers, SecureBox box) {
        return new BoxPort<>(requests, answers, box);
    }
}
