package org.franklin.box.key;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.franklin.box.BoxPort;
import org.franklin.box.health.BoxFault;
import org.franklin.box.key.SelfTest.Check;
import org.franklin.box.steel.SteelBoxAnswer;
import org.franklin.box.steel.SteelBoxRequest;
import org.franklin.model.meter.SerialNumber;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class SelfTestTest {

    private static BoxPort<SteelBoxRequest, SteelBoxAnswer> guarded(SelfTest selfTest) {
        return new BoxPort<>(
                SteelBoxRequest.class,
                SteelBoxAnswer.class,
                selfTest.guard(
                        SteelBoxRequest.class,
                        SteelBoxAnswer.class,
                        SteelBoxAnswer.OutOfService::new,
                        () -> _ -> new SteelBoxAnswer.Certified(MasterKeyTest.CLUSTER)));
    }

    private static final SteelBoxRequest REQUEST = new SteelBoxRequest.Certify(new SerialNumber(1));

    @Test
    void holdsOnThisMachine() {
        assertEquals(Optional.empty(), SelfTest.standard().failure());
        assertEquals(
                new SteelBoxAnswer.Certified(MasterKeyTest.CLUSTER),
                guarded(SelfTest.standard()).call(REQUEST));
    }

    @Test
    void namesTheFirstCheckThatFails() {
        var broken =
                new SelfTest(
                        List.of(
                                new Check("sound", () -> true),
                                new Check("AES-256-GCM", () -> false),
                                new Check("also broken", () -> false)));
        assertEquals(Optional.of("AES-256-GCM"), broken.failure());
    }

    @Test
    void takesACheckThatThrowsForAFailure() {
        var throwing =
                new SelfTest(
                        List.of(
                                new Check(
                                        "HMAC",
                                        () -> {
                                            throw new IllegalStateException("no such algorithm");
                                        })));
        assertEquals(Optional.of("HMAC"), throwing.failure());
    }

    @Test
    void keepsABoxOutOfServiceThatCannotBeMade() {
        var door =
                SelfTest.standard()
                        .<SteelBoxRequest, SteelBoxAnswer>guard(
                                SteelBoxRequest.class,
                                SteelBoxAnswer.class,
                                SteelBoxAnswer.OutOfService::new,
                                () -> {
                                    throw new BoxFault("a new key failed its pairwise test");
                                });
        assertEquals(
                new SteelBoxAnswer.OutOfService("a new key failed its pairwise test"),
                new BoxPort<>(SteelBoxRequest.class, SteelBoxAnswer.class, door).call(REQUEST));
    }

    @Test
    void keepsABoxOutOfServiceWhereItFails() {
        var broken = new SelfTest(List.of(new Check("SHA-256", () -> false)));
        assertEquals(
                new SteelBoxAnswer.OutOfService("the self-test failed: SHA-256"),
                guarded(broken).call(REQUEST));
    }
}
