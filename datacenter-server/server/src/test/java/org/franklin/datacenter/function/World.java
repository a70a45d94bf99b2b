package org.franklin.datacenter.function;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.franklin.box.BoxEvent;
import org.franklin.box.BoxPort;
import org.franklin.box.SecureBox;
import org.franklin.box.authentication.AuthenticationBox;
import org.franklin.box.authentication.AuthenticationBoxAnswer;
import org.franklin.box.authentication.AuthenticationBoxRequest;
import org.franklin.box.authentication.Policy;
import org.franklin.box.freshness.disk.FolderDisk;
import org.franklin.box.freshness.journal.LocalJournal;
import org.franklin.box.keeper.Keeper;
import org.franklin.box.keeper.KeeperFile;
import org.franklin.box.keeper.KeeperKey;
import org.franklin.box.keeper.Keepers;
import org.franklin.box.keeper.Signer;
import org.franklin.box.manufacturing.Manufactured;
import org.franklin.box.manufacturing.Manufacturing;
import org.franklin.box.manufacturing.Seeds;
import org.franklin.box.meter.MeterBox;
import org.franklin.box.meter.MeterBoxAnswer;
import org.franklin.box.meter.MeterBoxRequest;
import org.franklin.box.meter.record.MeterRecord;
import org.franklin.box.passphrase.Argon2Cost;
import org.franklin.box.record.ChainedRecord;
import org.franklin.box.record.SignedRecord;
import org.franklin.box.steel.SteelBox;
import org.franklin.box.steel.SteelBoxAnswer;
import org.franklin.box.steel.SteelBoxRequest;
import org.franklin.box.suite.Suite;
import org.franklin.box.transaction.AccountRecord;
import org.franklin.box.transaction.TransactionBox;
import org.franklin.box.transaction.TransactionBoxAnswer;
import org.franklin.box.transaction.TransactionBoxRequest;
import org.franklin.datacenter.database.SqliteDatabase;
import org.franklin.datacenter.database.mailer.MailerDatabase;
import org.franklin.datacenter.database.meter.MeterDatabase;
import org.franklin.datacenter.function.FunctionServer.Installation;
import org.franklin.datacenter.function.account.ShowAccount;
import org.franklin.datacenter.function.funds.ProcessorKey;
import org.franklin.datacenter.function.keys.PublishedKeys;
import org.franklin.datacenter.function.records.Boxes;
import org.franklin.datacenter.function.records.Stores;
import org.franklin.datacenter.function.signon.SignUpMailer;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.indicium.Verdict;
import org.franklin.model.mailer.Credentials.Purpose;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.mailer.UserName;
import org.franklin.model.wire.Account;
import org.franklin.model.wire.Enrolled;
import org.franklin.model.wire.Keys;
import org.franklin.model.wire.SignUp;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A function server over real boxes with their journals, and a real database: all but HTTP. The
/// clock stands still unless it is moved.
public final class World implements AutoCloseable {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String METER_JOURNAL = "meter.journal";
    private static final String ACCOUNT_JOURNAL = "account.journal";

    public final Faults faults = new Faults();
    public final Points points = new Points();
    private final Path dir;
    private final Suite suite;
    private final Path database;
    private final Manufactured made;
    private final Installation installation;
    private LocalJournal meterLog;
    private LocalJournal accountLog;
    private Boxes boxes;
    private SqliteDatabase sqlite;
    private FunctionServer functions;
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");

    private final Clock clock =
            new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now;
                }
            };

    public World(Path dir) throws IOException {
        this(dir, Suite.STANDARD);
    }

    public World(Path dir, Suite suite) throws IOException {
        this.dir = dir;
        this.suite = suite;
        database = dir.resolve("franklin.db");
        var processor = ProcessorKey.create(dir.resolve("processor.key"));
        var keepers = new ArrayList<Keeper>();
        for (String name : List.of("Ann", "Bob")) {
            try (var key = KeeperKey.draw(name, RANDOM)) {
                KeeperFile.createPlain(keeper(name), key);
                keepers.add(key.keeper());
            }
        }
        made =
                new Manufacturing(RANDOM, clock)
                        .make(processor.publicKey(), suite, new Keepers(keepers));
        installation = new Installation(made.trust(), processor);
        var disk = new FolderDisk(dir);
        LocalJournal.create(disk, METER_JOURNAL, MeterBox.journalKey(made.seeds().meter()));
        LocalJournal.create(
                disk, ACCOUNT_JOURNAL, TransactionBox.journalKey(made.seeds().transaction()));
        SqliteDatabase.create(database).close();
        meterLog = meterLog();
        accountLog = accountLog();
        boxes = boxes();
        sqlite = SqliteDatabase.open(database, points::around);
        functions = anotherServer();
    }

    /// The file of a keeper of this world, Ann or Bob.
    public Path keeper(String name) {
        return dir.resolve(name + ".keeper");
    }

    /// A keeper who signs with the key in her file.
    public Signer signer(String name) {
        return Signer.plain(keeper(name));
    }

    /// The folder with the boxes' memory.
    public Path dir() {
        return dir;
    }

    public Path databaseFile() {
        return database;
    }

    public Path meterFile() {
        return dir.resolve(METER_JOURNAL);
    }

    private LocalJournal meterLog() throws IOException {
        return LocalJournal.open(
                points.around(new FolderDisk(dir)),
                METER_JOURNAL,
                MeterBox.journalKey(made.seeds().meter()),
                clock);
    }

    private LocalJournal accountLog() throws IOException {
        return LocalJournal.open(
                points.around(new FolderDisk(dir)),
                ACCOUNT_JOURNAL,
                TransactionBox.journalKey(made.seeds().transaction()),
                clock);
    }

    /// What a crash of everything leaves: files.
    public void reopen() throws IOException {
        close();
        meterLog = meterLog();
        accountLog = accountLog();
        boxes = boxes();
        sqlite = SqliteDatabase.open(database, points::around);
        functions = anotherServer();
    }

    /// What went wrong in the boxes, and what they took for it.
    public List<BoxEvent> events() {
        var meters = boxes.meter().call(new MeterBoxRequest.Events(1));
        var accounts = boxes.transaction().call(new TransactionBoxRequest.Events(1));
        return Stream.of(
                        assertInstanceOf(MeterBoxAnswer.Events.class, meters).events(),
                        assertInstanceOf(TransactionBoxAnswer.Events.class, accounts).events())
                .flatMap(List::stream)
                .toList();
    }

    private Boxes boxes() {
        var seeds = made.seeds();
        return new Boxes(
                port(
                        AuthenticationBoxRequest.class,
                        AuthenticationBoxAnswer.class,
                        AuthenticationBox.open(
                                seeds.authentication(),
                                Policy.standard(Argon2Cost.FLOOR),
                                clock,
                                RANDOM)),
                port(
                        TransactionBoxRequest.class,
                        TransactionBoxAnswer.class,
                        TransactionBox.open(
                                        seeds.transaction(),
                                        () -> Optional.of(again(seeds.transaction())),
                                        accountLog,
                                        RANDOM,
                                        clock)
                                .behindItsWall()),
                port(
                        MeterBoxRequest.class,
                        MeterBoxAnswer.class,
                        MeterBox.open(
                                        seeds.meter(),
                                        () -> Optional.of(again(seeds.meter())),
                                        meterLog,
                                        RANDOM,
                                        clock)
                                .behindItsWall()),
                port(
                        SteelBoxRequest.class,
                        SteelBoxAnswer.class,
                        SteelBox.open(seeds.steel(), clock, RANDOM)));
    }

    /// A seed of its own for a box that wipes it after use.
    private static <R extends Record> R again(R seed) {
        // The class of an R is a class of R.
        @SuppressWarnings("unchecked")
        var type = (Class<R>) seed.getClass();
        return Canonical.decode(type, Canonical.bytes(seed)).orThrow();
    }

    private <Q, A> BoxPort<Q, A> port(Class<Q> requests, Class<A> answers, SecureBox box) {
        return new BoxPort<>(requests, answers, faults.around(box));
    }

    public FunctionServer functions() {
        return functions;
    }

    public Stores stores() {
        return new Stores(sqlite, new MailerDatabase(), new MeterDatabase());
    }

    public Boxes doors() {
        return boxes;
    }

    /// Another process over the same boxes and database, or this one after it died.
    public FunctionServer anotherServer() {
        return FunctionServer.over(faults.around(sqlite), boxes, installation, clock, RANDOM);
    }

    /// What a crash of the function server leaves: boxes and database.
    public void restart() {
        functions = anotherServer();
    }

    /// What public keys tell of an honest symbol: of one with tokens, that all else holds.
    public Class<? extends Verdict> honestVerdict() {
        return switch (suite) {
            case STANDARD -> Verdict.GenuineSpecimen.class;
            case PATENT_1998 -> Verdict.TokensUnchecked.class;
        };
    }

    /// What the boxes were started from, to search for.
    public ProcessorKey processor() {
        return installation.processor();
    }

    public Seeds seeds() {
        return made.seeds();
    }

    public Instant now() {
        return now;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    public Keys keys() {
        return assertInstanceOf(PublishedKeys.Result.Published.class, functions.keys().keys())
                .keys();
    }

    public SignUpMailer.Result signUp(UserName user, String password, App app) {
        var sealed = App.seal(keys(), Purpose.SIGN_UP, user, password, app.key());
        return functions
                .signUp()
                .signUp(
                        new SignUp(
                                user,
                                "Franklin Demo Office",
                                PaymentMethod.SANDBOX_ACH,
                                SignUp.AGREEMENT,
                                sealed));
    }

    /// A mailer that has signed up, with one device and nothing in the meter.
    public Mailer mailer(String name) {
        var app = new App();
        var user = new UserName(name);
        var enrolled =
                assertInstanceOf(
                                SignUpMailer.Result.SignedUp.class, signUp(user, App.PASSWORD, app))
                        .enrolled();
        return mailer(user, app, enrolled);
    }

    public Mailer mailer(UserName user, App app, Enrolled enrolled) {
        return new Mailer(this, user, app, enrolled);
    }

    public Account account(Mailer mailer) {
        return assertInstanceOf(
                        ShowAccount.Result.Shown.class, functions.account().show(mailer.session()))
                .account();
    }

    /// What an administrator of the database does by hand.
    public int sql(String statement) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var sql = connection.createStatement()) {
            return sql.executeUpdate(statement);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    public long count(String table) {
        return sqlite.read(in ->
                in.first("SELECT COUNT(*) AS n FROM " + table, row -> row.number("n"))
                        .orElseThrow());
    }

    public byte[] blob(String query) {
        return sqlite.read(in -> in.first(query, row -> row.bytes("record")).orElseThrow())
                .toArray();
    }

    /// All of a column called `record`.
    public List<Bytes> blobs(String query) {
        return sqlite.read(in -> in.list(query, row -> row.bytes("record")));
    }

    /// Puts a record back as a backup has it, with its counter.
    public void putMeterRecord(Mailer whose, byte[] record) {
        sql(
                "UPDATE meter_record SET record = x'%s', counter = %d WHERE owner = %d"
                        .formatted(
                                HexFormat.of().formatHex(record),
                                counterOf(MeterRecord.class, record),
                                whose.serial().number()));
    }

    /// Changes a record and nothing else.
    public void changeMeterRecord(Mailer whose, byte[] record) {
        sql(
                "UPDATE meter_record SET record = x'%s' WHERE owner = %d"
                        .formatted(HexFormat.of().formatHex(record), whose.serial().number()));
    }

    /// For a world with one mailer.
    public void putAccountRecord(byte[] record) {
        sql(
                "UPDATE account_record SET record = x'%s', counter = %d"
                        .formatted(
                                HexFormat.of().formatHex(record),
                                counterOf(AccountRecord.class, record)));
    }

    private static <R extends Record & ChainedRecord<R>> long counterOf(
            Class<R> type, byte[] record) {
        return SignedRecord.body(type, Bytes.of(record)).orThrow().counter();
    }

    @Override
    public void close() {
        sqlite.close();
        meterLog.close();
        accountLog.close();
    }
}
