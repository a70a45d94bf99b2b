package org.franklin.box.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

class TokenTest {

    @TempDir Path folder;

    @Test
    void opensWithItsPinAndSaysWhyItDoesNot() throws Exception {
        var token = new SoftToken(folder);
        token.make("franklin");
        token.make("twin");
        token.make("twin");
        // A library that is one, but not of PKCS#11.
        Path other = Path.of(System.getProperty("java.home"), "lib", System.mapLibraryName("zip"));

        var process =
                token.java(TokenAtWork.class, SoftToken.library().toString(), other.toString())
                        .redirectError(folder.resolve("errors").toFile())
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String errors = Files.readString(folder.resolve("errors"));

        assertEquals(0, process.waitFor(), said + errors);
        assertEquals(
                """
                wrong PIN at the making: WrongPin
                no such token: NoToken
                two such tokens: ManyTokens
                no library: NoTokenLibrary
                a relative path: NoTokenLibrary
                another library: NoTokenLibrary
                right PIN: opens
                wrong PIN: WrongPin
                too short a PIN: WrongPin
                right PIN again: opens
                key missing: NoKeyOnToken
                terms changed: Changed
                not asked: true
                key leaves: false
                to custodians: true
                """,
                said,
                errors);
    }
}
