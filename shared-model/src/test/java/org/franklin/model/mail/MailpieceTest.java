package org.franklin.model.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.franklin.model.Samples;
import org.franklin.model.indicium.IndiciumFlag;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

class MailpieceTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1, 0.1 oz",
        "10, 1, 1 oz",
        "11, 2, 1.1 oz",
        "15, 2, 1.5 oz",
        "20, 2, 2 oz",
        "11200, 1120, 1120 oz"
    })
    void aBegunOunceCounts(int tenths, int ounces, String printed) {
        var weight = new Weight(tenths);

        assertEquals(ounces, weight.startedOunces());
        assertEquals(printed, weight.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 11_201, Integer.MAX_VALUE})
    void aWeightIsUpToSeventyPounds(int tenths) {
        assertThrows(IllegalArgumentException.class, () -> new Weight(tenths));
    }

    @Test
    void ouncesAreTenTenths() {
        assertEquals(new Weight(30), Weight.ofOunces(3));
        assertThrows(IllegalArgumentException.class, () -> Weight.ofOunces(0));
        assertThrows(ArithmeticException.class, () -> Weight.ofOunces(Integer.MAX_VALUE));
    }

    @Test
    void servicesAreDistinctAndInOneOrder() {
        assertEquals(
                List.of(ExtraService.CERTIFIED_MAIL, ExtraService.RETURN_RECEIPT),
                piece(
                                List.of(
                                        ExtraService.RETURN_RECEIPT,
                                        ExtraService.CERTIFIED_MAIL,
                                        ExtraService.RETURN_RECEIPT),
                                "98101",
                                LocalDate.EPOCH.plusYears(50))
                        .services());
    }

    @Test
    void theOriginHasFiveDigits() {
        assertThrows(
                IllegalArgumentException.class,
                () -> piece(List.of(), "981014418", LocalDate.of(2026, 1, 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1997-12-31", "+10000-01-01", "-2026-01-01"})
    void aMailingDateHasFourDigitsForItsYear(LocalDate date) {
        assertThrows(IllegalArgumentException.class, () -> piece(List.of(), "98101", date));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1 << 24, Long.MAX_VALUE})
    void aPriceFitsTheIndicium(long mills) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new PricedMailpiece(Samples.letter(), new Postage(mills)));
    }

    @Test
    void theHighestPriceFits() {
        var highest = new Postage((1 << 24) - 1);

        assertEquals(highest, new PricedMailpiece(Samples.letter(), highest).price());
    }

    @Test
    void codesAndBitsAreDistinct() {
        distinct(Stream.of(MailClass.values()).map(MailClass::code).toList());
        distinct(Stream.of(RateCategory.values()).map(RateCategory::code).toList());
        distinct(Stream.of(ExtraService.values()).map(ExtraService::code).toList());
        var bits = Stream.of(ExtraService.values()).map(ExtraService::bit).toList();
        distinct(bits);
        assertEquals(true, bits.stream().allMatch(bit -> bit >= 8 && bit <= 15));
        assertEquals(true, IndiciumFlag.values().length <= 8);
    }

    private static void distinct(List<Integer> codes) {
        assertEquals(codes.stream().distinct().toList(), codes);
    }

    private static Mailpiece piece(List<ExtraService> services, String origin, LocalDate date) {
        return new Mailpiece(
                MailClass.FIRST_CLASS,
                RateCategory.LETTER,
                Weight.ofOunces(1),
                services,
                new ZipCode(origin),
                new ZipCode("97201"),
                date);
    }
}
