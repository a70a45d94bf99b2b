package org.franklin.model.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.franklin.model.Goldens;
import org.franklin.model.Samples;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.mail.PricedMailpiece;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.mailer.MailerId;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.mailer.UserName;
import org.franklin.model.meter.DeviceSigned;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.QuoteId;
import org.franklin.model.meter.Registers;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// The JSON of every shape on the wire, against files: what other programs read and write.
class JsonGoldenTest {

    record Golden(String name, Record value) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final MailerId MAILER = new MailerId("0123456789abcdef0123456789abcdef");
    private static final UserName USER = new UserName("front.desk@example");
    private static final SerialNumber SERIAL = new SerialNumber(1042);
    private static final DeviceId DEVICE = new DeviceId(3);
    private static final Bytes SEALED = Samples.counting(0, 32);
    private static final Bytes REPLY = new MeterReply.Voided(Samples.signedReceipt()).canonical();

    static Stream<Golden> goldens() {
        return Stream.of(requests(), answers()).flatMap(each -> each);
    }

    private static Stream<Golden> requests() {
        return Stream.of(
                new Golden(
                        "sign-up",
                        new SignUp(
                                USER,
                                "Müller & Söhne \"Post\"",
                                PaymentMethod.SANDBOX_ACH,
                                SignUp.AGREEMENT,
                                SEALED)),
                new Golden("sign-on", new SignOn(USER, SEALED)),
                new Golden(
                        "quote-request",
                        new QuoteRequest(List.of(Samples.letter(), Samples.certified()))),
                new Golden(
                        "refill",
                        new Refill(
                                UUID.fromString("6f9a1c52-0b8e-4c55-9d0e-5a1f2b3c4d5e"),
                                Postage.ofDollars(50),
                                PaymentMethod.SANDBOX_CARD)),
                new Golden(
                        "device-signed",
                        new DeviceSigned(
                                Samples.dispense().canonical(), Samples.counting(0x80, 64))),
                new Golden("verification", new Verification(Samples.counting(0, 109))));
    }

    private static Stream<Golden> answers() {
        var pieces =
                List.of(
                        new PricedMailpiece(Samples.letter(), Postage.ofCents(78)),
                        new PricedMailpiece(Samples.certified(), new Postage(11_043)));
        return Stream.of(
                new Golden("enrolled", new Enrolled(MAILER, SERIAL, DEVICE, REPLY)),
                new Golden(
                        "signed-on",
                        new SignedOn(
                                SEALED,
                                Instant.parse("2026-11-23T18:00:00Z"),
                                MAILER,
                                "Franklin Demo Office",
                                SERIAL,
                                DEVICE,
                                18)),
                new Golden(
                        "account",
                        new Account(
                                MAILER,
                                "Franklin Demo Office",
                                PaymentMethod.SANDBOX_DECLINED,
                                SERIAL,
                                new Registers(Postage.ofCents(12578), Postage.ofCents(87422)),
                                12,
                                162,
                                false)),
                new Golden(
                        "quote",
                        new Quote(
                                new QuoteId(Samples.counting(0xa0, QuoteId.LENGTH)),
                                LocalDate.of(2026, 7, 12),
                                pieces,
                                new Postage(11_823))),
                new Golden("outcome", new Outcome(REPLY)),
                new Golden("statement", new Statement(SERIAL, List.of(REPLY, REPLY))),
                new Golden(
                        "keys",
                        new Keys(
                                SEALED,
                                List.of(Samples.counting(1, 3), Samples.counting(1, 4)),
                                -5)),
                new Golden("verdict", new Verification.Verdict(true, "Genuine specimen.")),
                new Golden(
                        "problem",
                        Problem.of(
                                ProblemType.INSUFFICIENT_FUNDS,
                                "Refill the meter, then print again.",
                                "/v1/meters/1042/requests")));
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void valuesBecomeTheJsonInTheFile(Golden golden) {
        Goldens.check(
                "wire/golden/" + golden.name + ".json",
                new String(Json.write(golden.value), StandardCharsets.UTF_8) + "\n");
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void jsonInTheFileBecomesTheValue(Golden golden) {
        var json = Goldens.read(Goldens.file("wire/golden/" + golden.name + ".json"));

        assertEquals(
                new Valid<Record>(golden.value),
                Json.read(golden.value.getClass(), json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void everyFileHasItsValue() {
        assertEquals(
                goldens().map(golden -> golden.name + ".json").sorted().toList(),
                Goldens.folder("wire/golden").stream()
                        .map(file -> file.getFileName().toString())
                        .toList());
    }

    @Test
    void theSignedRequestInJsonIsTheOneThatWasSigned() {
        var signed = new DeviceSigned(Samples.dispense().canonical(), Samples.counting(0x80, 64));

        assertEquals(
                new Valid<>(Samples.dispense()),
                Json.read(DeviceSigned.class, Json.write(signed)).then(DeviceSigned::decode));
    }
}
