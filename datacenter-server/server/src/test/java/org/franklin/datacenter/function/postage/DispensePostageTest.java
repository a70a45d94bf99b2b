package org.franklin.datacenter.function.postage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.suite.Suite;
import org.franklin.datacenter.function.App;
import org.franklin.datacenter.function.Mailer;
import org.franklin.datacenter.function.World;
import org.franklin.datacenter.function.postage.DispensePostage.Result;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.indicium.IndiciumVerifier;
import org.franklin.model.mail.PricedMailpiece;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.meter.DeviceSigned;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.MeterRequest.Dispense;
import org.franklin.model.meter.QuoteId;
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
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;

@ParameterizedClass
@EnumSource(Suite.class)
class DispensePostageTest {

    private static final Postage FUNDS = Postage.ofDollars(1_000);
    private static final Postage LETTER = Postage.ofCents(74);

    @Parameter Suite suite = Suite.STANDARD;

    @TempDir Path dir;
    private World world;
    private Mailer maria;

    @BeforeEach
    void signUp() throws IOException {
        world = new World(dir, suite);
        maria = world.mailer("maria").holding(FUNDS);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void paysForALetter() {
        var issued = Mailer.issued(maria.answered(maria.letters(1, 1)));

        assertEquals(1, issued.indicia().size());
        assertEquals(LETTER, issued.receipt().receipt().registers().ascending());
        assertEquals(FUNDS.minus(LETTER), world.account(maria).registers().descending());
    }

    @Test
    void makesIndiciaThatThePublishedKeysVerify() {
        var issued = Mailer.issued(maria.answered(maria.letters(1, 1)));
        var verifier = new IndiciumVerifier(world.keys().verificationKeys().orThrow());

        assertInstanceOf(world.honestVerdict(), verifier.verify(issued.indicia().getFirst()));
    }

    @Test
    void answersTheSameRequestWithTheSameBytes() {
        var request = maria.letters(1, 2);
        Bytes reply = maria.answered(request);
        maria.answered(maria.letters(2, 1));

        assertEquals(reply, maria.answered(request));
        assertEquals(3, world.account(maria).pieces());
    }

    @Test
    void paysForAThousandPiecesInOneStep() {
        long before = world.account(maria).counter();

        var issued = Mailer.issued(maria.answered(maria.letters(1, 1_000)));

        assertEquals(1_000, new HashSet<>(issued.indicia()).size());
        assertEquals(before + 1, world.account(maria).counter());
        assertEquals(Postage.ofDollars(740), world.account(maria).registers().ascending());
    }

    @Test
    void dispensesNothingWhereTheFundsEnd() {
        maria.answered(maria.letters(1, 1_000));

        assertEquals(
                new Result.InsufficientFunds(Postage.ofDollars(260)),
                maria.send(maria.letters(2, 352)));
        maria.answered(maria.letters(2, 351));
    }

    @Test
    void knowsNoOtherMailersMeter() {
        var bob = world.mailer("bob");
        var request = bob.letters(1, 1);
        var postage = world.functions().postage();

        assertEquals(
                new Result.NotYours(), postage.dispense(maria.session(), bob.serial(), request));
        assertEquals(
                new Result.NotYours(), postage.dispense(maria.session(), maria.serial(), request));
    }

    @Test
    void refusesARequestThatItCannotRead() {
        var request = new DeviceSigned(Bytes.ofHex("00ff"), maria.letters(1, 1).signature());

        assertInstanceOf(Result.Malformed.class, maria.send(request));
    }

    @Test
    void getsNothingFromTheBoxWithoutTheDevicesSignature() {
        var genuine = maria.letters(1, 1);
        var forged = new DeviceSigned(genuine.request(), maria.letters(1, 2).signature());
        var another = new App().sign(genuine.decode().orThrow());

        assertEquals(new Result.BadDeviceSignature(), maria.send(forged));
        assertEquals(new Result.BadDeviceSignature(), maria.send(another));
        assertEquals(0, world.account(maria).pieces());
    }

    @Test
    void refusesADeviceThatNeverJoined() {
        var pieces = maria.quote(List.of(Mailer.letter(world.today()))).pieces();
        var request = dispense(new DeviceId(2), 1, pieces);

        assertEquals(new Result.DeviceNotEnrolled(), maria.send(maria.app().sign(request)));
    }

    @Test
    void refusesANumberBehindAGap() {
        assertEquals(new Result.SequenceGap(1), maria.send(maria.letters(2, 1)));
    }

    @Test
    void refusesAnotherRequestUnderAUsedNumber() {
        maria.answered(maria.letters(1, 1));
        assertEquals(new Result.Conflict(), maria.send(maria.letters(1, 2)));

        maria.answered(maria.letters(2, 1));
        assertEquals(new Result.Conflict(), maria.send(maria.letters(1, 2)));
    }

    @Test
    void answersACancelOfAUsedNumberWithWhatCameOfIt() {
        Bytes reply = maria.answered(maria.letters(1, 1));

        assertEquals(reply, maria.answered(maria.cancel(1)));
    }

    @Test
    void neverChargesANumberThatWasGivenUp() {
        var late = maria.letters(1, 1);
        Bytes voided = maria.answered(maria.cancel(1));

        assertInstanceOf(MeterReply.Voided.class, MeterReply.decode(voided).orThrow());
        assertEquals(voided, maria.answered(late));
        assertEquals(FUNDS, world.account(maria).registers().descending());
    }

    @Test
    void saysWhichPriceChanged() {
        var letter = Mailer.letter(world.today());
        var pieces =
                List.of(
                        new PricedMailpiece(letter, LETTER),
                        new PricedMailpiece(letter, Postage.ofCents(69)));

        assertEquals(
                new Result.PriceChanged(2, Postage.ofCents(69), LETTER),
                maria.send(maria.app().sign(dispense(maria.enrolled().device(), 1, pieces))));
    }

    @Test
    void holdsAQuoteWhosePricesHoldWhateverItsId() {
        var pieces = List.of(new PricedMailpiece(Mailer.letter(world.today()), LETTER));
        var request = dispense(maria.enrolled().device(), 1, pieces);
        var quoted = maria.quote(List.of(Mailer.letter(world.today())));

        assertNotEquals(quoted.id(), request.quote());
        maria.answered(maria.app().sign(request));
    }

    @Test
    void opensTodayAndSevenDaysWhereverTheMailerIs() {
        var noon = world.today();
        var refused = new Result.WrongDate(noon, noon.plusDays(8));

        assertEquals(refused, maria.send(on(1, noon.minusDays(1))));
        assertEquals(refused, maria.send(on(1, noon.plusDays(9))));
        maria.answered(on(1, noon));
        maria.answered(on(2, noon.plusDays(8)));
        world.pass(Duration.ofHours(23));
        maria.answered(on(3, noon));
    }

    @Test
    void answersAPaidRequestWhoseDateHasPassed() {
        var request = maria.letters(1, 1);
        world.faults.databaseFailsAt(3);
        assertEquals(new Result.Pending(), maria.send(request));
        world.pass(Duration.ofDays(30));

        Mailer.issued(maria.answered(request));
        assertEquals(1, world.account(maria).pieces());
    }

    @Test
    void renewsACertificateThatEndsBeforeTheDateOfMailing() {
        long before = world.count("certificate");
        world.pass(Duration.ofDays(120));

        var issued = Mailer.issued(maria.answered(maria.letters(1, 1)));

        assertEquals(before + 1, world.count("certificate"));
        var verifier = new IndiciumVerifier(world.keys().verificationKeys().orThrow());
        assertInstanceOf(world.honestVerdict(), verifier.verify(issued.indicia().getFirst()));
    }

    @Test
    void chainsItsReceipts() {
        var first = Mailer.issued(maria.answered(maria.letters(1, 1))).receipt().receipt();
        var second = Mailer.issued(maria.answered(maria.letters(2, 1))).receipt().receipt();

        assertEquals(first.record(), second.previousRecord());
        assertTrue(second.counter() == first.counter() + 1);
    }

    private DeviceSigned on(long sequence, LocalDate date) {
        var pieces = maria.quote(List.of(Mailer.letter(date))).pieces();
        return maria.app().sign(dispense(maria.enrolled().device(), sequence, pieces));
    }

    private Dispense dispense(DeviceId device, long sequence, List<PricedMailpiece> pieces) {
        var anyQuote = new QuoteId(Bytes.of(new byte[QuoteId.LENGTH]));
        return new Dispense(maria.serial(), device, sequence, anyQuote, pieces);
    }
}
