package org.franklin.box.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.StepAnswer.Done;
import org.franklin.box.StepAnswer.Evidence;
import org.franklin.box.StepAnswer.Refused;
import org.franklin.box.StepAnswer.Tampered;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.meter.record.Identity;
import org.franklin.box.meter.record.MeterRecord;
import org.franklin.box.record.SignedRecord;
import org.franklin.box.statement.Birth;
import org.franklin.box.steel.SteelBoxAnswer;
import org.franklin.box.steel.SteelBoxRequest;
import org.franklin.box.suite.Suite;
import org.franklin.box.suite.TokenKey;
import org.franklin.box.suite.TokenVerifier;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.indicium.IndiciumForm;
import org.franklin.model.indicium.TokenIndicium;
import org.franklin.model.indicium.ibi.TokenParty;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/// A meter of the suite of 1998, from the domain keys in the steel box to the parties' verifiers.
class MeterTokensTest {

    private static final Postage LETTER = Postage.ofCents(74);

    @TempDir private Path dir;
    private MeterWorld world;

    @BeforeEach
    void openAMeterWithTenDollars() throws IOException {
        world = MeterWorld.holding(dir, Suite.PATENT_1998, Postage.ofDollars(10));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static TokenIndicium tokens(Done done) {
        var issued = assertInstanceOf(MeterReply.Issued.class, MeterWorld.reply(done));
        return assertInstanceOf(
                TokenIndicium.class, IndiciumForm.decode(issued.indicia().getFirst()).orThrow());
    }

    private static TokenVerifier verifier(TokenParty party, SecretBytes domainKey) {
        return new TokenVerifier(
                party, MeterWorld.SERIAL, TokenKey.ofMeter(domainKey, MeterWorld.SERIAL));
    }

    @Test
    void eachPartyVerifiesWhatTheMeterBoxMadeFromItsOwnDomainKeyAlone() {
        var paid = tokens(world.store(world.step(world.letter(1))));

        try (var vendor = verifier(TokenParty.VENDOR, world.vendorKey);
                var post = verifier(TokenParty.POST, world.postalKey);
                var stranger = verifier(TokenParty.POST, world.vendorKey)) {
            assertTrue(vendor.verifies(paid));
            assertTrue(post.verifies(paid));
            assertFalse(stranger.verifies(paid));
        }
        assertEquals(89, paid.bytes().length());
        assertEquals(Postage.ofDollars(10).minus(LETTER), paid.descending());
    }

    @Test
    void aRecordOfLastYearIsVerifiedWithItsMonthAndSealedWithTodays() {
        world.store(world.step(world.letter(1)));
        assertEquals(202611, world.record().link().month());

        world.now = Instant.parse("2027-12-01T00:00:00Z");
        world.store(world.step(world.cancel(2)));

        assertEquals(202712, world.record().link().month());
        world.store(world.step(world.cancel(3)));
    }

    @Test
    void twoMetersCannotExchangeTheirRecordsOrTheirWrappedKeys() {
        var other =
                assertInstanceOf(
                                SteelBoxAnswer.Made.class,
                                world.steel.call(new SteelBoxRequest.Make(new SerialNumber(1043))))
                        .birth();

        var swapped =
                new Birth(
                        other.cluster(),
                        other.serial(),
                        other.manufacturingNumber(),
                        world.birth.tokenKey(),
                        other.certificate(),
                        other.mac());
        assertInstanceOf(Refused.class, world.stepped(new MeterBoxRequest.Admit(swapped)));

        var outer = Canonical.decode(SignedRecord.class, world.current()).orThrow();
        var record = world.record();
        var identity = record.identity();
        var withOthersKey =
                with(
                        record,
                        new Identity(
                                identity.serial(),
                                identity.manufacturingNumber(),
                                other.tokenKey()));
        var asOther =
                with(
                        record,
                        new Identity(
                                other.serial(), other.manufacturingNumber(), identity.tokenKey()));
        for (MeterRecord forged : new MeterRecord[] {withOthersKey, asOther}) {
            var shown = Canonical.bytes(new SignedRecord(Canonical.bytes(forged), outer.mac()));
            assertEquals(new Tampered(Evidence.BAD_MAC), world.step(shown, world.letter(1)));
        }
        world.store(world.step(world.letter(1)));
    }

    private static MeterRecord with(MeterRecord record, Identity identity) {
        return new MeterRecord(
                record.link(), identity, record.books(), record.roster(), record.certification());
    }

    @Test
    void everyFlippedBitOfASignedRecordIsTampering() {
        Bytes signed = world.current();
        for (int bit = 0; bit < signed.length() * Byte.SIZE; bit++) {
            byte[] changed = signed.toArray();
            changed[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
            assertEquals(
                    new Tampered(Evidence.BAD_MAC),
                    world.step(Bytes.of(changed), world.letter(1)),
                    "bit " + bit);
        }
    }

    @Test
    void theMacOfARecordHasEightBytes() {
        assertEquals(
                8, Canonical.decode(SignedRecord.class, world.current()).orThrow().mac().length());
    }
}
