package org.franklin.model.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.franklin.model.Goldens;
import org.franklin.model.canonical.Decoded;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.meter.DeviceSigned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// What a stranger may send and what he is told: the field, the law, never his own words.
class JsonRefusalTest {

    private static final String REFUSALS = "src/test/resources/org/franklin/model/wire/refusals/";
    private static final String REFILL = golden("refill");
    private static final String QUOTE_REQUEST = golden("quote-request");
    private static final String SIGN_UP = golden("sign-up");
    private static final String SIGNED_ON = golden("signed-on");

    @ParameterizedTest
    @CsvFileSource(files = REFUSALS + "refill.csv", delimiter = '|', quoteCharacter = '\'')
    void aRefillSaysWhatItIs(String part, String other, String reason) {
        refuses(Refill.class, REFILL, part, other, reason);
    }

    @ParameterizedTest
    @CsvFileSource(files = REFUSALS + "quote-request.csv", delimiter = '|', quoteCharacter = '\'')
    void aQuoteRequestNamesThePiece(String part, String other, String reason) {
        refuses(QuoteRequest.class, QUOTE_REQUEST, part, other, reason);
    }

    @ParameterizedTest
    @CsvFileSource(files = REFUSALS + "sign-up.csv", delimiter = '|', quoteCharacter = '\'')
    void aSignUpRepeatsNothingThatWasSent(String part, String other, String reason) {
        refuses(SignUp.class, SIGN_UP, part, other, reason);
    }

    @ParameterizedTest
    @CsvFileSource(files = REFUSALS + "signed-on.csv", delimiter = '|', quoteCharacter = '\'')
    void aSessionHasExactNumbersAndTimes(String part, String other, String reason) {
        refuses(SignedOn.class, SIGNED_ON, part, other, reason);
    }

    @ParameterizedTest
    @CsvSource({"'\"locked\":false', '\"locked\":0'", "'\"locked\":false', '\"locked\":\"false\"'"})
    void aTruthIsTrueOrFalse(String part, String other) {
        refuses(Account.class, golden("account"), part, other, "at locked");
    }

    @Test
    void aQuoteIdHasOneForm() {
        refuses(
                Quote.class,
                golden("quote"),
                "a0a1a2a3a4a5a6a7a8a9aaabacadaeaf",
                "A0A1A2A3A4A5A6A7A8A9AAABACADAEAF",
                "at id: not in its one form");
        refuses(
                Quote.class,
                golden("quote"),
                "a0a1a2a3a4a5a6a7a8a9aaabacadaeaf",
                "a0a1",
                "at id: a quote id has 16 bytes");
    }

    @Test
    void aSignatureHasItsLength() {
        refuses(
                DeviceSigned.class,
                golden("device-signed"),
                "gIGC",
                "",
                ": a device-signed request has at most 128 KiB and a signature of 64 bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "true",
                "7",
                "\"Secret\"",
                "[]",
                "[{}]",
                "{",
                "}",
                "{]",
                "Secret",
                "{}{}",
                "{\"amount\"",
                "{amount:1}",
                "{'amount':1}",
                "/* Secret */{}",
                "\u0000",
                "\uFEFF",
                "{\"amount\":1,}"
            })
    void whatIsNoObjectIsRefused(String json) {
        assertMalformed(Json.read(Refill.class, json.getBytes(StandardCharsets.UTF_8)), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "x", "\u0000", ",", "]", "null", "Secret", "1"})
    void whateverFollowsIsRefused(String more) {
        assertMalformed(read(Refill.class, REFILL + more), "");
    }

    @Test
    void aRepeatedFieldIsRefused() {
        assertMalformed(
                read(Refill.class, REFILL.replace("{\"id\"", "{\"amount\":1000,\"id\"")), "");
    }

    @Test
    void everyCutIsRefused() {
        for (String json : new String[] {REFILL, QUOTE_REQUEST, SIGN_UP, SIGNED_ON}) {
            byte[] whole = json.getBytes(StandardCharsets.UTF_8);
            for (int length = 0; length < whole.length; length++) {
                byte[] cut = java.util.Arrays.copyOf(whole, length);

                assertMalformed(Json.read(Refill.class, cut), "");
                assertMalformed(Json.read(QuoteRequest.class, cut), "");
                assertMalformed(Json.read(SignUp.class, cut), "");
                assertMalformed(Json.read(SignedOn.class, cut), "");
            }
        }
    }

    @Test
    void onlyUtf8IsRead() {
        for (String charset : new String[] {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
            assertMalformed(Json.read(Refill.class, REFILL.getBytes(Charset.forName(charset))), "");
        }
        assertMalformed(Json.read(SignUp.class, SIGN_UP.getBytes(StandardCharsets.ISO_8859_1)), "");
        assertMalformed(
                Json.read(SignUp.class, new byte[] {'{', '"', (byte) 0xc0, (byte) 0x80}), "");
    }

    private static <T extends Record> void refuses(
            Class<T> type, String json, String part, String other, String reason) {
        assertEquals(true, json.contains(part), part);
        var changed = json.replace(part, other == null ? "" : other);

        assertMalformed(read(type, changed), reason == null ? "" : reason);
    }

    private static <T extends Record> Decoded<T> read(Class<T> type, String json) {
        return Json.read(type, json.getBytes(StandardCharsets.UTF_8));
    }

    private static <T> void assertMalformed(Decoded<T> read, String reason) {
        String found = assertInstanceOf(Malformed.class, read).reason();
        assertEquals(false, found.contains("Secret"), found);
        assertEquals(true, found.startsWith("not a JSON "), found);
        assertEquals(true, found.endsWith(reason), found + " instead of " + reason);
        assertEquals(true, found.length() < 160, found);
    }

    private static String golden(String name) {
        return Goldens.read(Goldens.file("wire/golden/" + name + ".json")).strip();
    }
}
