package org.franklin.box.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.franklin.box.Damage;
import org.franklin.box.StepAnswer.Done;
import org.franklin.box.suite.Suite;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.SignedReceipt;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The meter box asked about what it signed.
@ParameterizedClass
@EnumSource(Suite.class)
class ReceiptVerificationTest {

    private static final MeterBoxAnswer.Verified ALTERED =
            new MeterBoxAnswer.Verified(
                    false, "Altered, or not from this data center: do not accept.");

    @Parameter Suite suite = Suite.STANDARD;

    @TempDir Path dir;

    private static SignedReceipt receipt(MeterWorld world) {
        var done = assertInstanceOf(Done.class, world.step(world.letter(1)));
        return assertInstanceOf(MeterReply.Issued.class, MeterReply.decode(done.reply()).orThrow())
                .receipt();
    }

    private static MeterBoxAnswer ask(MeterWorld world, SignedReceipt receipt) {
        return world.call(new MeterBoxRequest.VerifyReceipt(receipt));
    }

    @Test
    void knowsItsOwnReceipts() throws IOException {
        var world = MeterWorld.holding(dir, suite, Postage.ofDollars(1));
        assertEquals(
                new MeterBoxAnswer.Verified(true, "A genuine receipt of this meter box."),
                ask(world, receipt(world)));
    }

    @Test
    void doesNotKnowOneWithAnotherSignature() throws IOException {
        var world = MeterWorld.holding(dir, suite, Postage.ofDollars(1));
        var genuine = receipt(world);
        Damage.of(genuine.signature())
                .forEach(bad ->
                        assertEquals(
                                ALTERED,
                                ask(
                                        world,
                                        new SignedReceipt(
                                                genuine.receipt(), genuine.certificate(), bad))));
    }

    @Test
    void doesNotKnowThoseOfAnotherBox() throws IOException {
        var world =
                MeterWorld.holding(
                        Files.createDirectory(dir.resolve("one")), suite, Postage.ofDollars(1));
        var other =
                MeterWorld.holding(
                        Files.createDirectory(dir.resolve("two")), suite, Postage.ofDollars(1));
        assertEquals(ALTERED, ask(world, receipt(other)));
    }
}
