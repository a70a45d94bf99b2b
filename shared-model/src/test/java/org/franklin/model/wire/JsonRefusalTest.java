package org.franklin.model.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.franklin.model.Goldens;
import org.franklin.model.canonical.Decoded;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.meter.DeviceSigned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// What a stranger may send and what he is told: the field, the law, never his own words.
class JsonRefusalTest {

    private static final String REFILL = golden("refill");
    private static final String QUOTE_REQUEST = golden("quote-request");
    private static final String SIGN_UP = golden("sign-up");
    private static final String SIGNED_ON = golden("signed-on");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    50000                       | -1                       | at amount: postage is never negative
                    50000                       | 50000.0                  | at amount: a whole number is expected
                    50000                       | 0.74                     | at amount: a whole number is expected
                    50000                       | 5e4                      | at amount: a whole number is expected
                    50000                       | "50000"                  | at amount: a whole number is expected
                    50000                       | true                     | at amount: a whole number is expected
                    50000                       | [50000]                  | at amount: a whole number is expected
                    50000                       | {"mills":50000}          | at amount: a whole number is expected
                    50000                       | null                     | at amount
                    50000                       | 9223372036854775808      | at amount
                    50000                       | 99999999999999999999999  | at amount
                    50000                       | NaN                      |
                    50000                       | Infinity                 |
                    50000                       | 050000                   |
                    50000                       | +50000                   |
                    50000                       | 0x50                     |
                    50000                       | 999                      | : a refill is $1.00 to $10000.00
                    50000                       | 10000001                 | : a refill is $1.00 to $10000.00
                    "SANDBOX_CARD"              | 1                        | at method
                    "SANDBOX_CARD"              | ""                       | at method
                    "SANDBOX_CARD"              | "1"                      | at method
                    "SANDBOX_CARD"              | "sandbox_card"           | at method
                    "SANDBOX_CARD"              | "Secret"                 | at method
                    "SANDBOX_CARD"              | null                     | at method
                    "SANDBOX_CARD"              | ["SANDBOX_CARD"]         | at method
                    ,"method":"SANDBOX_CARD"    |                          | at method
                    {"id"                      | {"Secret":1,"id"  | : a field is not known
                    "method"                    | "amount"                 |
                    "6f9a1c52-0b8e-4c55-9d0e-5a1f2b3c4d5e" | "6F9A1C52-0b8e-4c55-9d0e-5a1f2b3c4d5e" | at id: not in its one form
                    "6f9a1c52-0b8e-4c55-9d0e-5a1f2b3c4d5e" | "1-1-1-1-1"              | at id: not in its one form
                    "6f9a1c52-0b8e-4c55-9d0e-5a1f2b3c4d5e" | "b5pcUguOTFWdDloXKzxNXg==" | at id: not in its one form
                    "6f9a1c52-0b8e-4c55-9d0e-5a1f2b3c4d5e" | "Secret"                 | at id: not in its one form
                    "6f9a1c52-0b8e-4c55-9d0e-5a1f2b3c4d5e" | 7                        | at id: text is expected
                    """)
    void aRefillSaysWhatItIs(String part, String other, String reason) {
        refuses(Refill.class, REFILL, part, other, reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "weight":10     | "weight":0            | at pieces.0.weight: a weight is 0.1 oz to 70 lb
                    "weight":15     | "weight":4294967297   | at pieces.1.weight: out of range
                    "weight":15     | "weight":1.5          | at pieces.1.weight: a whole number is expected
                    "weight":15     | "weight":null         | at pieces.1.weight
                    "weight":15,    |                       | at pieces.1.weight
                    "LETTER"        | "PARCEL"              | at pieces.0.category
                    "RETURN_RECEIPT"| "Secret"              | at pieces.1.services.1
                    "RETURN_RECEIPT"| null                  | at pieces.1.services.1
                    "RETURN_RECEIPT"| 2                     | at pieces.1.services.1
                    "services":[]   | "services":null       | at pieces.0.services
                    "services":[]   | "services":{}         | at pieces.0.services
                    "services":[]   | "services":""         | at pieces.0.services
                    "services":[]   | "services":"RETURN_RECEIPT" | at pieces.0.services
                    "972014418"     | "97201-4418"          | at pieces.0.destination: a ZIP code has 5, 9 or 11 digits
                    "972014418"     | 972014418             | at pieces.0.destination: text is expected
                    "98101"         | "981014418"           | at pieces.0: the origin is a 5-digit ZIP code
                    "2026-11-23"    | "2026-11-31"          | at pieces.0.mailingDate: not in its one form
                    "2026-11-23"    | "2026-11-23T00:00:00Z"| at pieces.0.mailingDate: not in its one form
                    "2026-11-23"    | [2026,11,23]          | at pieces.0.mailingDate: text is expected
                    "2026-11-23"    | 20780                 | at pieces.0.mailingDate: text is expected
                    "2026-11-23"    | ""                    | at pieces.0.mailingDate: not in its one form
                    "2026-11-25"    | "1997-12-31"          | at pieces.1: a mailing date has a year from 1998 to 9999
                    "weight":15     | "weight":15,"Secret":1 | at pieces.1: a field is not known
                    "weight":15     | "weight":15,"weight":16 |
                    {"pieces":[     | {"pieces":[null,      | at pieces.0
                    {"pieces":[     | {"pieces":[[],        | at pieces.0
                    {"pieces":[     | {"pieces":["Secret",  | at pieces.0
                    {"pieces":[     | {"pieces":["",        | at pieces.0
                    {"pieces":[     | {"pieces":[],"x":[    |
                    """)
    void aQuoteRequestNamesThePiece(String part, String other, String reason) {
        refuses(QuoteRequest.class, QUOTE_REQUEST, part, other, reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "front.desk@example" | "Secret Name" | at user: a user name has 3 to 40 small letters, digits or . _ @ -
                    "front.desk@example" | 12345         | at user: text is expected
                    Müller & Söhne       | \\u0007       | : a business has a name of 1 to 60 characters
                    Müller & Söhne       | \\ud83d       | : a business has a name of 1 to 60 characters
                    "Müller & Söhne \\"Post\\""  | 12345      | at business
                    "Müller & Söhne \\"Post\\""  | 1.5        | at business
                    "Müller & Söhne \\"Post\\""  | true       | at business
                    "Müller & Söhne \\"Post\\""  | {}         | at business
                    "Müller & Söhne \\"Post\\""  | []         | at business
                    "Müller & Söhne \\"Post\\""  | null       | at business
                    specimen-2026-11     | Secret        | : the agreement is specimen-2026-11
                    AAECAwQ              | AAECAw-       | at credentials: not in its one form
                    Hh8=                 | Hh8           | at credentials: not in its one form
                    Hh8=                 | Hh9=          | at credentials: not in its one form
                    Hh8=                 | Hh 8=         | at credentials: not in its one form
                    Hh8=                 | \\u0000Hh8=   | at credentials: not in its one form
                    """)
    void aSignUpRepeatsNothingThatWasSent(String part, String other, String reason) {
        refuses(SignUp.class, SIGN_UP, part, other, reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "nextSequence":18      | "nextSequence":18.0       | at nextSequence
                    "nextSequence":18      | "nextSequence":"18"       | at nextSequence
                    "nextSequence":18      | "nextSequence":null       | at nextSequence
                    "nextSequence":18      | "nextSequence":9223372036854775808 | at nextSequence
                    "serial":1042          | "serial":4294968338       | at serial: out of range
                    "serial":1042          | "serial":0                | at serial: a serial number is 1 to 9999999
                    "device":3             | "device":-3               | at device: devices are numbered from 1
                    "2026-11-23T18:00:00Z" | 1795456800                | at expires: text is expected
                    "2026-11-23T18:00:00Z" | 1795456800.5              | at expires: text is expected
                    "2026-11-23T18:00:00Z" | "2026-11-23T19:00:00+01:00" | at expires: not in its one form
                    "0123456789abcdef0123456789abcdef" | "Secret"      | at mailer: a mailer id is 32 hex digits
                    """)
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
