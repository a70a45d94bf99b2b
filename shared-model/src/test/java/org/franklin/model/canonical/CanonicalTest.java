package org.franklin.model.canonical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.franklin.model.Samples;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.meter.DeviceSigned;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.MeterRequest;
import org.franklin.model.meter.Receipt;
import org.franklin.model.meter.RequestKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

class CanonicalTest {

    record Everything(
            boolean flag,
            int small,
            long large,
            String text,
            LocalDate date,
            Instant time,
            List<List<String>> nested) {}

    record Ratio(int part, int whole) {
        Ratio {
            if (Math.floorDiv(part, whole) > 1) {
                throw new IllegalArgumentException("a ratio is at most 1");
            }
        }
    }

    record Nests(List<List<List<Integer1>>> lists) {}

    record Integer1(boolean value) {}

    private static final Everything SOME =
            new Everything(
                    true,
                    Integer.MIN_VALUE,
                    Long.MAX_VALUE,
                    "Zürich 🐎",
                    LocalDate.of(1969, 12, 31),
                    Instant.parse("2026-11-23T17:04:05.678Z"),
                    List.of(List.of("a", ""), List.of()));

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final Samples samples = new Samples(random);

    @Test
    void everyKindOfComponentComesBack() {
        assertEquals(new Valid<>(SOME), Canonical.decode(Everything.class, Canonical.bytes(SOME)));
    }

    @Test
    void randomRequestsComeBack() {
        for (int i = 0; i < 300; i++) {
            MeterRequest request = samples.dispense(random.nextInt(1, 20));
            var signed = new DeviceSigned(request.canonical(), samples.bytes(64));

            assertEquals(new Valid<>(request), signed.decode(), () -> "seed " + seed);
        }
    }

    @Test
    void theLargestRequestFitsItsLimit() {
        var largest = samples.dispense(MeterRequest.Dispense.MOST_PIECES).canonical();

        assertEquals(true, largest.length() < DeviceSigned.LONGEST);
    }

    @Test
    void bytesThatEndEarlyAreRefused() {
        var bytes = Samples.dispense().canonical();
        for (int length = 0; length < bytes.length(); length++) {
            assertInstanceOf(
                    Malformed.class, Canonical.decode(MeterRequest.class, bytes.slice(0, length)));
        }
    }

    @Test
    void bytesBehindTheEndAreRefused() {
        assertEquals(
                new Malformed<>("MeterRequest: 3 bytes too many"),
                Canonical.decode(
                        MeterRequest.class,
                        Samples.dispense().canonical().plus(Samples.counting(0, 3))));
    }

    @Test
    void changedBytesAreRefusedOrAreTheFormOfAnotherValue() {
        var reply =
                new MeterReply.Issued(Samples.signedReceipt(), List.of(Samples.counting(0, 109)))
                        .canonical();
        for (int i = 0; i < 20_000; i++) {
            readsOnlyWhatItWouldWrite(MeterRequest.class, mutated(Samples.dispense().canonical()));
            readsOnlyWhatItWouldWrite(MeterReply.class, mutated(reply));
        }
    }

    @Test
    void garbageIsRefused() {
        for (int i = 0; i < 3_000; i++) {
            readsOnlyWhatItWouldWrite(MeterRequest.class, samples.bytes(random.nextInt(300)));
            readsOnlyWhatItWouldWrite(
                    MeterRequest.class,
                    Samples.dispense().canonical().slice(0, 15).plus(samples.bytes(300)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7fffffff", "ffffffff", "80000000", "00001000"})
    void aCountThatTheBytesCannotHoldTakesNoMemory(String count) {
        var header = Bytes.ofHex("01" + "05" + "4e65737473");
        var counts = Bytes.ofHex(count + "00000001" + "7fffffff");

        assertEquals(
                new Malformed<>("Nests: the bytes end early"),
                Canonical.decode(Nests.class, header.plus(counts)));
        assertEquals(
                new Malformed<>("Nests: the bytes end early"),
                Canonical.decode(
                        Nests.class,
                        header.plus(Bytes.ofHex("00000001"))
                                .plus(Bytes.ofHex(count + "00000001".repeat(2)))));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    02055261746900000000010000000a, unknown version of the canonical form
                    01055261, the bytes end early
                    01055261746100000001000000ff, the bytes are of another type
                    01045261746900000001000000ff, the bytes are of another type
                    """)
    void aHeaderOfSomethingElseIsNamed(String hex, String reason) {
        assertInstanceOf(Malformed.class, Canonical.decode(Ratio.class, Bytes.ofHex(hex)));
        assertEquals(
                new Malformed<>("Ratio: " + reason),
                Canonical.decode(Ratio.class, Bytes.ofHex(hex)));
    }

    @Test
    void whatARecordRefusesIsRefused() {
        assertEquals(
                new Malformed<>("Ratio: a ratio is at most 1"),
                Canonical.decode(Ratio.class, ratio(4, 2)));
        assertEquals(new Valid<>(new Ratio(1, 2)), Canonical.decode(Ratio.class, ratio(1, 2)));
    }

    @Test
    void arithmeticThatARecordCannotDoIsRefused() {
        assertInstanceOf(Malformed.class, Canonical.decode(Ratio.class, ratio(1, 0)));
    }

    @Test
    void aChoiceThatIsNotThereIsRefused() {
        var cancel = Bytes.ofHex("010c4d6574657252657175657374" + "04" + "00".repeat(16));

        assertEquals(
                new Malformed<>("MeterRequest: no choice has the number 4"),
                Canonical.decode(MeterRequest.class, cancel));
    }

    @Test
    void servicesInAnotherOrderAreNotTheForm() {
        var hex = Samples.dispense().canonical().hex();
        var ordered = "000000020001";
        assertEquals(true, hex.contains(ordered));

        for (String other : List.of("000000020100", "000000020000", "000000020101")) {
            assertEquals(
                    new Malformed<>("MeterRequest: not the canonical form"),
                    Canonical.decode(MeterRequest.class, Bytes.ofHex(hex.replace(ordered, other))));
        }
    }

    @Test
    void textThatIsNotUtf8IsRefused() {
        var hex = Canonical.bytes(SOME).hex().replace("5ac3bc", "5affbc");

        assertEquals(
                new Malformed<>("Everything: text is not UTF-8"),
                Canonical.decode(Everything.class, Bytes.ofHex(hex)));
    }

    @Test
    void aDayThatNoCalendarHasIsRefused() {
        var hex = Canonical.bytes(SOME).hex().replace("f".repeat(16), "7" + "f".repeat(15));

        assertEquals(
                new Malformed<>("Everything: a date is out of range"),
                Canonical.decode(Everything.class, Bytes.ofHex(hex)));
    }

    @Test
    void everyNumberOfMillisecondsIsATime() {
        for (long millis : new long[] {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE}) {
            var receipt = at(Instant.ofEpochMilli(millis));

            assertEquals(
                    new Valid<>(receipt),
                    Canonical.decode(Receipt.class, Canonical.bytes(receipt)));
        }
    }

    @Test
    void aReceiptHoldsNoTimeFinerThanItsForm() {
        var receipt = at(Instant.parse("2026-11-23T17:04:05.678912345Z"));

        assertEquals(Instant.parse("2026-11-23T17:04:05.678Z"), receipt.time());
        assertEquals(
                new Valid<>(receipt), Canonical.decode(Receipt.class, Canonical.bytes(receipt)));
    }

    @Test
    void halfACharacterHasNoForm() {
        var half = new Everything(false, 0, 0, "\ud83d", LocalDate.EPOCH, Instant.EPOCH, List.of());

        assertThrows(IllegalArgumentException.class, () -> Canonical.bytes(half));
    }

    @Test
    void aHashIsOverTheForm() {
        assertEquals(
                Hash.of(Samples.dispense().canonical()),
                RequestKey.of(Samples.dispense()).request());
        assertEquals(
                Hash.of(Canonical.bytes(Samples.receipt())), Canonical.hash(Samples.receipt()));
    }

    @Test
    void whatIsMalformedStaysSo() {
        Decoded<MeterRequest> malformed = Canonical.decode(MeterRequest.class, Bytes.EMPTY);

        assertEquals(
                new Malformed<>("MeterRequest: the bytes end early"), malformed.then(Valid::new));
        assertThrows(IllegalStateException.class, malformed::orThrow);
        assertEquals(new Valid<>(2), new Valid<>(1).then(one -> new Valid<>(one + 1)));
    }

    private static Bytes ratio(int part, int whole) {
        return Bytes.ofHex("0105526174696f" + "%08x%08x".formatted(part, whole));
    }

    private static Receipt at(Instant time) {
        var receipt = Samples.receipt();
        return new Receipt(
                receipt.cluster(),
                receipt.serial(),
                receipt.counter(),
                time,
                receipt.request(),
                receipt.record(),
                receipt.previousRecord(),
                receipt.registers(),
                receipt.pieces(),
                receipt.indiciaRoot());
    }

    private Bytes mutated(Bytes bytes) {
        byte[] mutated = bytes.toArray();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
        }
        return Bytes.of(mutated);
    }

    private <T> void readsOnlyWhatItWouldWrite(Class<T> type, Bytes bytes) {
        switch (Canonical.decode(type, bytes)) {
            case Valid<T>(var value) ->
                    assertEquals(
                            bytes, Bytes.of(Canonical.encode(type, value)), () -> "seed " + seed);
            case Malformed<T>(var reason) ->
                    assertEquals(
                            true,
                            reason.startsWith(type.getSimpleName() + ": "),
                            () -> "seed " + seed);
        }
    }
}
