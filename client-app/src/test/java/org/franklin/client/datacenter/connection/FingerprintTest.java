package org.franklin.client.datacenter.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Locale;

class FingerprintTest {

    private static final Fingerprint FINGERPRINT = Fingerprint.of(Bytes.ofHex("00"));

    private static final String GROUPED =
            "6e34 0b9c ffb3 7a98 9ca5 44e6 bb78 0a2c 7890 1d3f b337 3876 8511 a306 17af a01d";

    @Test
    void isWrittenInSixteenGroupsOfFour() {
        assertEquals(GROUPED, FINGERPRINT.toString());
    }

    @Test
    void isReadHoweverItIsGrouped() {
        String bare = GROUPED.replace(" ", "");
        for (String written :
                new String[] {
                    GROUPED,
                    bare,
                    GROUPED.toUpperCase(Locale.ROOT),
                    bare.replaceAll("(..)(?!$)", "$1:"),
                    "  " + bare.replaceAll("(.{8})", "$1-\n")
                }) {
            assertEquals(new Decoded.Valid<>(FINGERPRINT), Fingerprint.parse(written), written);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "6e34", "6e340b9cffb37a989ca544e6bb780a2c", "not hex at all"})
    void refusesWhatIsNoFingerprint(String written) {
        assertInstanceOf(Decoded.Malformed.class, Fingerprint.parse(written));
        assertInstanceOf(Decoded.Malformed.class, Fingerprint.parse(GROUPED + written + "0"));
        assertInstanceOf(
                Decoded.Malformed.class, Fingerprint.parse(GROUPED.replace('6', 'g') + written));
    }
}
