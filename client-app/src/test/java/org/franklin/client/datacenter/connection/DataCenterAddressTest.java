package org.franklin.client.datacenter.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Duration;

class DataCenterAddressTest {

    private static final Fingerprint ANY = Fingerprint.of(Bytes.EMPTY);

    @ParameterizedTest
    @CsvSource({
        "https://meter.example, https://meter.example",
        "https://meter.example/, https://meter.example",
        "meter.example:8443, https://meter.example:8443",
        "' localhost:1 ', https://localhost:1",
        "HTTPS://127.0.0.1:65535, https://127.0.0.1:65535",
        "https://[::1]:8443, https://[::1]:8443"
    })
    void readsWhatAPersonTypes(String typed, String url) {
        assertEquals(
                new Decoded.Valid<>(URI.create(url)), DataCenterAddress.parseUrl(typed), typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://meter.example",
                "https://",
                "https://a:b@meter.example",
                "https://meter.example/v1",
                "https://meter.example?x=1",
                "https://meter.example#x",
                "https://meter.example:70000",
                "two words"
            })
    void refusesWhatIsNoAddressOfADataCenter(String typed) {
        assertInstanceOf(Decoded.Malformed.class, DataCenterAddress.parseUrl(typed));
        assertThrows(
                IllegalArgumentException.class,
                () -> new DataCenterAddress(URI.create(typed.replace(' ', '+')), ANY));
    }

    @Test
    void belongsToTheCertificateThatHasItsFingerprint() {
        var address = new DataCenterAddress(URI.create("https://meter.example"), ANY);

        assertEquals(Bytes.EMPTY, new DataCenterIdentity(address, Bytes.EMPTY).authority());
        assertThrows(
                IllegalArgumentException.class,
                () -> new DataCenterIdentity(address, Bytes.ofHex("00")));
    }

    @Test
    void cannotWaitLongerForAConnectionThanForTheCall() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(1)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Timeouts(Duration.ZERO, Duration.ofSeconds(1)));
    }
}
