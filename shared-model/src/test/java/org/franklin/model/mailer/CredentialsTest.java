package org.franklin.model.mailer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.franklin.model.Samples;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.mailer.Credentials.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;

class CredentialsTest {

    private static final UserName USER = new UserName("front.desk@example");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "0ab",
                "front.desk@example",
                "a-_@.",
                "a23456789012345678901234567890123456789x"
            })
    void aUserNameIsPlain(String text) {
        assertEquals(text, new UserName(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ab",
                ".ab",
                "_ab",
                "-ab",
                "@ab",
                "Abc",
                "a b c",
                "abc\n",
                "äbc",
                "аbc",
                "a23456789012345678901234567890123456789xy"
            })
    void otherNamesAreRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> new UserName(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0123456789abcdef0123456789abcde",
                "0123456789ABCDEF0123456789ABCDEF",
                "0123456789abcdef0123456789abcdef0"
            })
    void aMailerIdIsThirtyTwoHexDigits(String text) {
        assertThrows(IllegalArgumentException.class, () -> new MailerId(text));
    }

    @Test
    void aPasswordIsNeverPrinted() {
        var password = Bytes.of("correct horse battery".getBytes(StandardCharsets.UTF_8));
        var printed = new Credentials(Purpose.SIGN_ON, USER, password, Bytes.EMPTY).toString();

        assertEquals("Credentials[SIGN_ON, front.desk@example]", printed);
    }

    @Test
    void aNewPasswordHasFifteenBytes() {
        assertEquals(false, credentials(14, 91).isLongEnough());
        assertEquals(true, credentials(15, 91).isLongEnough());
    }

    @Test
    void passwordsAndKeysAreBounded() {
        assertEquals(256, credentials(256, 200).password().length());
        assertThrows(IllegalArgumentException.class, () -> credentials(257, 91));
        assertThrows(IllegalArgumentException.class, () -> credentials(0, 91));
        assertThrows(IllegalArgumentException.class, () -> credentials(15, 201));
    }

    private static Credentials credentials(int password, int key) {
        return new Credentials(
                Purpose.SIGN_UP, USER, Samples.counting(0, password), Samples.counting(0, key));
    }
}
