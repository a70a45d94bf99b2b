package org.franklin.datacenter.function.postage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.suite.Suite;
import org.franklin.datacenter.function.Mailer;
import org.franklin.datacenter.function.World;
import org.franklin.datacenter.function.postage.VerifyIndicium.Result;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Verification.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Path;

@ParameterizedClass
@EnumSource(Suite.class)
class VerifyIndiciumTest {

    @Parameter Suite suite = Suite.STANDARD;

    @TempDir Path dir;
    private World world;
    private Bytes indicium;

    @BeforeEach
    void dispense() throws IOException {
        world = new World(dir, suite);
        Mailer maria = world.mailer("maria").holding(Postage.ofDollars(1));
        indicium = Mailer.issued(maria.answered(maria.letters(1, 1))).indicia().getFirst();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void knowsItsOwn() {
        assertEquals(new Verdict(true, "Genuine specimen."), verdict(indicium));
    }

    @Test
    void doesNotKnowWhatWasChanged() {
        assertFalse(verdict(changed(postage())).genuine());
    }

    @Test
    void doesNotKnowAMeterThatWasNeverMade() {
        assertEquals(
                new Verdict(false, "No meter has this serial number."), verdict(changed(serial())));
    }

    @Test
    void saysWhatIsNoIndicium() {
        assertTrue(verdict(Bytes.ofHex("00")).sentence().startsWith("Not an indicium"));
    }

    @Test
    void isUnavailableWithoutTheDatabase() {
        world.faults.databaseFailsAt(1);

        assertEquals(new Result.Unavailable(), world.functions().verification().verify(indicium));
    }

    /// Where the postage begins in the symbol.
    private int postage() {
        return switch (suite) {
            case STANDARD -> 14;
            case PATENT_1998 -> 19;
        };
    }

    /// Where the meter's number begins in the symbol.
    private int serial() {
        return switch (suite) {
            case STANDARD -> 5;
            case PATENT_1998 -> 10;
        };
    }

    private Bytes changed(int offset) {
        byte[] bytes = indicium.toArray();
        bytes[offset] ^= 1;
        return Bytes.of(bytes);
    }

    private Verdict verdict(Bytes symbol) {
        return assertInstanceOf(
                        Result.Verified.class, world.functions().verification().verify(symbol))
                .verdict();
    }
}
