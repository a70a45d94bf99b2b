package org.franklin.model.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.franklin.model.Goldens;
import org.franklin.model.Samples;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.meter.DeviceSigned;
import org.franklin.model.meter.MeterReply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Input of any size and shape ends in a short refusal or in a value, never in an exception.
class JsonBoundsTest {

    private static final int LARGE = 10 * 1024 * 1024;

    private static final List<Class<? extends Record>> READ =
            List.of(
                    SignUp.class,
                    SignOn.class,
                    QuoteRequest.class,
                    Quote.class,
                    Refill.class,
                    DeviceSigned.class,
                    Account.class,
                    SignedOn.class,
                    Statement.class,
                    Verification.class,
                    Problem.class);

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @ParameterizedTest
    @ValueSource(strings = {"{\"pieces\":", "[", "{\"amount\":[", "{\"x\":"})
    void deepNestingIsRefused(String level) {
        refusesShortly(level.repeat(1_000_000));
    }

    @Test
    void aLongNumberIsRefused() {
        refusesShortly("{\"amount\":" + "9".repeat(LARGE) + "}");
        refusesShortly("{\"amount\":1" + "0".repeat(2_000) + ".5}");
        refusesShortly("{\"amount\":1e999999999}");
        refusesShortly("{\"amount\":1e-999999999}");
    }

    @Test
    void aLongTextIsRefused() {
        String text = "x".repeat(LARGE);

        refusesShortly("{\"user\":\"" + text + "\"}");
        refusesShortly("{\"method\":\"" + text + "\"}");
        refusesShortly("{\"indicium\":\"" + text + "\"}");
        refusesShortly("{\"request\":\"" + "AAAA".repeat(LARGE / 4) + "\"}");
    }

    @Test
    void aLongNameIsRefused() {
        refusesShortly("{\"" + "x".repeat(LARGE) + "\":1}");
    }

    @Test
    void manyPiecesAreRefused() {
        var pieces = Goldens.read(Goldens.file("wire/golden/quote-request.json")).strip();
        var piece = pieces.substring(pieces.indexOf('[') + 1, pieces.indexOf("},") + 1);
        var tooMany = String.join(",", Stream.generate(() -> piece).limit(1_001).toList());

        assertEquals(
                new Malformed<>("not a JSON QuoteRequest: a quote is for 1 to 1,000 pieces"),
                Json.read(
                        QuoteRequest.class,
                        ("{\"pieces\":[" + tooMany + "]}").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theLargestHonestMessagesAreRead() {
        var samples = new Samples(random);
        var signed = new DeviceSigned(samples.bytes(DeviceSigned.LONGEST), samples.bytes(64));
        var issued =
                new MeterReply.Issued(
                        Samples.signedReceipt(),
                        Stream.generate(() -> samples.bytes(109)).limit(1_000).toList());
        var outcome = new Outcome(issued.canonical());

        assertEquals(new Valid<>(signed), Json.read(DeviceSigned.class, Json.write(signed)));
        assertEquals(new Valid<>(outcome), Json.read(Outcome.class, Json.write(outcome)));
    }

    @Test
    void aMutatedMessageIsRefusedOrIsAnotherValue() {
        var files = Goldens.folder("wire/golden").stream().map(Goldens::read).toList();
        for (int i = 0; i < 20_000; i++) {
            var json = mutated(files.get(random.nextInt(files.size())));
            var type = READ.get(random.nextInt(READ.size()));
            if (Json.read(type, json) instanceof Valid<?>(var value)) {
                assertEquals(
                        new Valid<>(value),
                        Json.read(type, Json.write((Record) value)),
                        () -> "seed " + seed);
            }
        }
    }

    @Test
    void garbageIsRefused() {
        for (int i = 0; i < 3_000; i++) {
            byte[] garbage = new Samples(random).bytes(random.nextInt(300)).toArray();

            for (var type : READ) {
                assertInstanceOf(Malformed.class, Json.read(type, garbage), () -> "seed " + seed);
            }
        }
    }

    private byte[] mutated(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        String alphabet = "{}[]\",:0123456789.-eE+nulltruefalse \\u\n\u0000";
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
                case 1 -> bytes[at] = (byte) random.nextInt();
                case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
                default -> bytes = doubled(bytes, at);
            }
        }
        return bytes;
    }

    private static byte[] doubled(byte[] bytes, int at) {
        var all = Bytes.of(bytes);
        return all.slice(0, at).plus(all.slice(at / 2, bytes.length)).toArray();
    }

    private static void refusesShortly(String json) {
        for (var type : READ) {
            String reason =
                    assertInstanceOf(
                                    Malformed.class,
                                    Json.read(type, json.getBytes(StandardCharsets.UTF_8)))
                            .reason();
            assertEquals(true, reason.length() < 160, reason.length() + " characters");
        }
    }
}
