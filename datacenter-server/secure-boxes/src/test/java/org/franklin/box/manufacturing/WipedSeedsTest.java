package org.franklin.box.manufacturing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.BoxPort;
import org.franklin.box.HandClock;
import org.franklin.box.Wipeable;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.key.SigningKey;
import org.franklin.box.steel.SteelBox;
import org.franklin.box.steel.SteelBoxAnswer;
import org.franklin.box.steel.SteelBoxRequest;
import org.franklin.box.suite.Suite;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.SerialNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

@ParameterizedClass
@EnumSource(Suite.class)
class WipedSeedsTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Parameter private Suite suite = Suite.STANDARD;

    private final HandClock clock = new HandClock("2026-11-22T10:00:00Z");

    private Seeds made() {
        return new Manufacturing(RANDOM, clock)
                .make(SigningKey.generate(RANDOM).publicKey(), suite)
                .seeds();
    }

    private static <T> List<T> components(Record seed, Class<T> type)
            throws ReflectiveOperationException {
        var found = new ArrayList<T>();
        for (var component : seed.getClass().getRecordComponents()) {
            if (component.getType() == type) {
                found.add(type.cast(component.getAccessor().invoke(seed)));
            }
        }
        return found;
    }

    /// By reflection, so that a new secret cannot be forgotten.
    private static <S extends Record & Wipeable> void isWipedWhole(S seed)
            throws ReflectiveOperationException {
        var secrets = components(seed, SecretBytes.class);
        var shown = components(seed, Bytes.class);
        assertTrue(secrets.size() >= 4 && shown.size() >= 2, seed::toString);
        seed.close();
        for (var secret : secrets) {
            assertThrows(IllegalStateException.class, () -> secret.use(byte[]::clone));
        }
        assertEquals(shown, components(seed, Bytes.class), "what is public stays");
    }

    @Test
    void eachSeedIsWipedWholeAndByItself() throws ReflectiveOperationException {
        var seeds = made();
        isWipedWhole(seeds.steel());
        isWipedWhole(seeds.transaction());
        isWipedWhole(seeds.authentication());
        isWipedWhole(seeds.meter());
    }

    @Test
    void allAreWipedTogether() {
        var seeds = made();
        seeds.close();
        for (var secret :
                List.of(
                        seeds.meter().journalMaster(),
                        seeds.transaction().signingKey(),
                        seeds.authentication().credentialsKey(),
                        seeds.steel().rootKey())) {
            assertThrows(IllegalStateException.class, () -> secret.use(byte[]::clone));
        }
    }

    @Test
    void anOpenBoxNeedsNoSeedAndAWipedSeedOpensNoBox() {
        var seed = made().steel();
        var box = SteelBox.open(seed, clock, RANDOM);
        seed.close();
        var port = new BoxPort<>(SteelBoxRequest.class, SteelBoxAnswer.class, box);
        assertInstanceOf(
                SteelBoxAnswer.Made.class,
                port.call(new SteelBoxRequest.Make(new SerialNumber(1042))));
        assertThrows(IllegalStateException.class, () -> SteelBox.open(seed, clock, RANDOM));
    }
}
