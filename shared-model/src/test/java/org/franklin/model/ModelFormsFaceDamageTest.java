package org.franklin.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Decoded;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.indicium.EcdsaIndicium;
import org.franklin.model.indicium.IndiciumForm;
import org.franklin.model.indicium.SignedIndicium;
import org.franklin.model.mailer.Credentials;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.mailer.UserName;
import org.franklin.model.meter.DeviceSigned;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.MeterRequest;
import org.franklin.model.meter.Receipt;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.meter.SignedReceipt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/// Bytes that strangers send are read or refused; they never break the reader, nor fill its memory.
class ModelFormsFaceDamageTest {

    private static final int INPUTS = 20_000;

    /// What a reader may allocate, in bytes: for each byte of the input, and besides.
    private static final long FOR_EACH_BYTE = 200;

    private static final long BESIDES = 1 << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /// A form: genuine bytes, how they are read, and how what was read is written.
    record Form<T>(
            String name,
            Bytes genuine,
            Function<Bytes, Decoded<T>> read,
            Function<T, Bytes> write) {

        void read(Bytes bytes) {
            switch (read.apply(bytes)) {
                case Valid<T>(var value) -> assertEquals(bytes, write.apply(value));
                case Malformed<T>(var reason) -> assertTrue(!reason.isBlank());
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static <T> Form<T> canonical(String name, Class<T> type, T value) {
        return new Form<>(
                name,
                Bytes.of(Canonical.encode(type, value)),
                bytes -> Canonical.decode(type, bytes),
                read -> Bytes.of(Canonical.encode(type, read)));
    }

    static Stream<Form<?>> forms() {
        var receipt = Samples.signedReceipt();
        var samples = new Samples(new Random(1));
        return Stream.of(
                canonical("dispense", MeterRequest.class, Samples.dispense()),
                canonical(
                        "cancel",
                        MeterRequest.class,
                        new MeterRequest.Cancel(new SerialNumber(1042), new DeviceId(3), 17)),
                canonical(
                        "issued",
                        MeterReply.class,
                        new MeterReply.Issued(
                                receipt,
                                List.of(Samples.counting(0, 109), Samples.counting(9, 109)))),
                canonical(
                        "enrolled",
                        MeterReply.class,
                        new MeterReply.Enrolled(receipt, new DeviceId(3))),
                canonical("receipt", Receipt.class, receipt.receipt()),
                canonical("signed receipt", SignedReceipt.class, receipt),
                canonical(
                        "device-signed",
                        DeviceSigned.class,
                        new DeviceSigned(Samples.dispense().canonical(), Samples.counting(0, 64))),
                canonical(
                        "credentials",
                        Credentials.class,
                        new Credentials(
                                Credentials.Purpose.ENROL,
                                new UserName("front.desk@example"),
                                Samples.counting(0x40, 20),
                                Samples.counting(0x30, 91))),
                new Form<>(
                        "indicium",
                        new EcdsaIndicium(samples.indicium(), Samples.counting(0, 64)).bytes(),
                        IndiciumForm::decode,
                        SignedIndicium::bytes));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void damagedBytesAreRefusedOrAreTheFormOfAnotherValue(Form<?> form) {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var others = forms().map(Form::genuine).toList();
        form.read(form.genuine());
        for (int i = 0; i < INPUTS; i++) {
            var bytes =
                    Damage.any(random, form.genuine(), others.get(random.nextInt(others.size())));
            long before = THREADS.getCurrentThreadAllocatedBytes();
            try {
                form.read(bytes);
            } catch (RuntimeException | Error e) {
                throw new AssertionError("seed " + seed + ": " + bytes.hex(), e);
            }
            long took = THREADS.getCurrentThreadAllocatedBytes() - before;
            assertTrue(
                    took <= BESIDES + FOR_EACH_BYTE * bytes.length(),
                    () -> "seed " + seed + ": " + took + " bytes for " + bytes.hex());
        }
    }
}
