package org.franklin.model.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZipCodeTest {

    @ParameterizedTest
    @CsvSource({
        "97201, 97201, 97201",
        "972014418, 97201-4418, 97201",
        "97201441801, 97201-4418, 97201",
        "00501, 00501, 00501",
        "005010000, 00501-0000, 00501"
    })
    void itIsPrintedAsInAnAddress(String digits, String printed, String five) {
        var zip = new ZipCode(digits);

        assertEquals(printed, zip.toString());
        assertEquals(new ZipCode(five), zip.five());
    }

    @ParameterizedTest
    @CsvSource({
        "97201, 97201",
        "' 97201-4418 ', 972014418",
        "972014418, 972014418",
        "97201-441801, 97201441801",
        "97201441801, 97201441801"
    })
    void itIsReadWithItsHyphenOrWithout(String written, String digits) {
        assertEquals(new ZipCode(digits), ZipCode.parse(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "9720", "972014", "97201-", "97201-441", "97201--4418", "9720-14418",
                "97201 4418", "97201-4418-01", "972014418011", "ABCDE", "٩٧٢٠١", "97201\n", "-97201"
            })
    void anythingElseIsRefused(String written) {
        assertThrows(IllegalArgumentException.class, () -> new ZipCode(written));
        if (!written.strip().equals("97201")) {
            assertThrows(IllegalArgumentException.class, () -> ZipCode.parse(written));
        }
    }

    @Test
    void theHyphenIsOnlyForPeople() {
        assertThrows(IllegalArgumentException.class, () -> new ZipCode("97201-4418"));
    }
}
