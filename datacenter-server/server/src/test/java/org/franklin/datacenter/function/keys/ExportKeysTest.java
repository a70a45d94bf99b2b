package org.franklin.datacenter.function.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.franklin.box.BoxEntry;
import org.franklin.box.BoxPort;
import org.franklin.box.steel.SteelBoxAnswer;
import org.franklin.box.steel.SteelBoxRequest;
import org.franklin.datacenter.function.Mailer;
import org.franklin.datacenter.function.World;
import org.franklin.datacenter.function.keys.ExportKeys.Result;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.indicium.IndiciumVerifier;
import org.franklin.model.indicium.Verdict;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Json;
import org.franklin.model.wire.published.KeyFile;
import org.franklin.model.wire.published.Validity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class ExportKeysTest {

    private static final String NOT_SIGNED =
            "its signature is not its root's: do not use this file";

    @TempDir Path dir;
    private World world;
    private Bytes indicium;
    private KeyFile file;

    @BeforeEach
    void export() throws IOException {
        world = new World(dir);
        Mailer maria = world.mailer("maria").holding(Postage.ofDollars(1));
        indicium = Mailer.issued(maria.answered(maria.letters(1, 1))).indicia().getFirst();
        file = exported();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private KeyFile exported() {
        var result = world.functions().export().export();
        return assertInstanceOf(Result.Exported.class, result).file();
    }

    private static String refusal(KeyFile file) {
        return assertInstanceOf(Malformed.class, file.verificationKeys()).reason();
    }

    private KeyFile with(List<Bytes> certificates, List<Validity> validity) {
        return new KeyFile(
                file.cluster(),
                file.issued(),
                file.root(),
                certificates,
                validity,
                file.signature());
    }

    @Test
    void isEnoughToVerifyAnIndiciumOffline() {
        var read = assertInstanceOf(Valid.class, Json.read(KeyFile.class, Json.write(file)));
        var keys = ((KeyFile) read.value()).verificationKeys().orThrow();
        assertInstanceOf(
                Verdict.GenuineSpecimen.class, new IndiciumVerifier(keys).verify(indicium));
    }

    @Test
    void holdsWhatTheDataCenterPublishesAndFromWhenToWhen() {
        assertEquals(world.keys().certificates(), file.certificates());
        assertEquals(file.certificates().size(), file.validity().size());
        var meter =
                file.validity().stream()
                        .filter(each -> each.subject().startsWith("CN=ZZ 01 "))
                        .findFirst()
                        .orElseThrow();
        assertEquals(90, Duration.between(meter.from(), meter.until()).toDays() + 1);
    }

    @Test
    void isRefusedWhereACertificateWasTakenOutOrPutIn() {
        var fewer = file.certificates().subList(1, file.certificates().size());
        assertEquals(
                NOT_SIGNED,
                refusal(with(fewer, file.validity().subList(1, file.validity().size()))));
        var more = new ArrayList<>(file.certificates());
        more.add(file.certificates().getFirst());
        var itsValidity = new ArrayList<>(file.validity());
        itsValidity.add(file.validity().getFirst());
        assertEquals(NOT_SIGNED, refusal(with(more, itsValidity)));
    }

    @Test
    void isRefusedWithAnotherTimeInstallationOrRoot() throws IOException {
        assertEquals(
                NOT_SIGNED,
                refusal(
                        new KeyFile(
                                file.cluster(),
                                file.issued().plusSeconds(1),
                                file.root(),
                                file.certificates(),
                                file.validity(),
                                file.signature())));
        assertEquals(
                NOT_SIGNED,
                refusal(
                        new KeyFile(
                                Bytes.of(new byte[16]),
                                file.issued(),
                                file.root(),
                                file.certificates(),
                                file.validity(),
                                file.signature())));
        try (var other = new World(Files.createDirectory(dir.resolve("other")))) {
            assertEquals(
                    NOT_SIGNED,
                    refusal(
                            new KeyFile(
                                    file.cluster(),
                                    file.issued(),
                                    other.keys().root(),
                                    file.certificates(),
                                    file.validity(),
                                    file.signature())));
        }
    }

    @Test
    void isRefusedWhereItSaysOtherDaysThanACertificate() {
        var validity = new ArrayList<>(file.validity());
        var first = validity.getFirst();
        validity.set(
                0,
                new Validity(
                        first.number(),
                        first.subject(),
                        first.from(),
                        first.until().plusSeconds(86_400)));
        assertEquals(
                "it says of a certificate what that does not say of itself",
                refusal(with(file.certificates(), validity)));
    }

    @Test
    void isUnavailableWithoutTheDatabaseOrTheSteelBox() {
        world.faults.databaseFailsAt(1);
        assertEquals(
                new Result.Unavailable("The database cannot be read."),
                world.functions().export().export());
        var closed =
                new BoxEntry<>(
                        SteelBoxRequest.class,
                        SteelBoxAnswer.class,
                        _ -> new SteelBoxAnswer.OutOfService("the self-test failed: SHA-256"));
        var export =
                new ExportKeys(
                        world.functions().keys(),
                        new BoxPort<>(SteelBoxRequest.class, SteelBoxAnswer.class, closed));
        assertEquals(
                new Result.Unavailable(
                        "The steel box is out of service: the self-test failed: SHA-256."),
                export.export());
    }
}
