package org.franklin.model.indicium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import org.franklin.model.Goldens;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.indicium.Verdict.GenuineSpecimen;
import org.franklin.model.mail.ExtraService;
import org.franklin.model.mail.MailClass;
import org.franklin.model.mail.RateCategory;
import org.franklin.model.mail.Weight;
import org.franklin.model.mail.ZipCode;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Stream;

/// The published bytes of an indicium, field by field, against files that another program wrote.
///
/// `data` is the 45 bytes; `symbol`, where it stands, is all 109, signed with OpenSSL by a key that
/// `golden-keys.properties` certifies.
class IndiciumGoldenTest {

    static List<Path> goldens() {
        return Goldens.folder("indicium/golden");
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void fieldsBecomeTheBytesInTheFile(Path file) {
        var golden = properties(file);
        var data = IndiciumForm.data(indicium(golden)).hex();

        if (!golden.containsKey("data")) {
            Goldens.write(file, Goldens.read(file) + "data = " + data + "\n");
            fail(file + " had no data and has it now: look at it, then run again");
        }
        assertEquals(golden.getProperty("data"), data);
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void bytesInTheFileBecomeTheFields(Path file) {
        var golden = properties(file);
        var symbol = Bytes.ofHex(golden.getProperty("data")).plus(Bytes.of(new byte[64]));

        assertEquals(
                new Valid<>(new EcdsaIndicium(indicium(golden), symbol.slice(45, 109))),
                IndiciumForm.decode(symbol));
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void signedSymbolsAreGenuine(Path file) {
        var golden = properties(file);
        var verifier = new IndiciumVerifier(keys());

        Stream.ofNullable(golden.getProperty("symbol"))
                .forEach(symbol ->
                        assertEquals(
                                new GenuineSpecimen(indicium(golden)),
                                verifier.verify(Bytes.ofHex(symbol))));
    }

    @Test
    void someSymbolsAreSigned() {
        long signed =
                goldens().stream().filter(file -> properties(file).containsKey("symbol")).count();

        assertEquals(4, signed);
    }

    private static VerificationKeys keys() {
        var keys = properties(Goldens.file("indicium/golden-keys.properties"));
        return VerificationKeys.of(
                        der(keys, "root"),
                        List.of(der(keys, "certificate.1"), der(keys, "certificate.2")))
                .orThrow();
    }

    private static Bytes der(Properties keys, String name) {
        return Bytes.of(Base64.getDecoder().decode(keys.getProperty(name)));
    }

    private static Indicium indicium(Properties golden) {
        return new Indicium(
                new SerialNumber(number(golden, "serial").intValue()),
                new Postage(number(golden, "ascending")),
                new Postage(number(golden, "postage")),
                LocalDate.parse(golden.getProperty("mailingDate")),
                new Weight(number(golden, "weight").intValue()),
                number(golden, "pieceCount"),
                MailClass.valueOf(golden.getProperty("mailClass")),
                RateCategory.valueOf(golden.getProperty("category")),
                number(golden, "certificate").intValue(),
                new ZipCode(golden.getProperty("destination")),
                new ZipCode(golden.getProperty("origin")),
                several(golden.getProperty("flags"), IndiciumFlag::valueOf),
                several(golden.getProperty("services"), ExtraService::valueOf));
    }

    private static Long number(Properties golden, String name) {
        return Long.valueOf(golden.getProperty(name));
    }

    private static <T> List<T> several(String names, Function<String, T> named) {
        return Stream.of(names.split(",", -1)).filter(name -> !name.isEmpty()).map(named).toList();
    }

    private static Properties properties(Path file) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(Goldens.read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
