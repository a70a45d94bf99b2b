package org.franklin.model.indicium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.franklin.model.Samples;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.mail.ExtraService;
import org.franklin.model.mail.ZipCode;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

class IndiciumTest {

    private final Indicium good = new Samples(new Random(1)).indicium();

    @ParameterizedTest
    @ValueSource(longs = {1L << 40, Long.MAX_VALUE})
    void anAscendingRegisterFitsFiveBytes(long mills) {
        refuses(() -> with(new Postage(mills), good.postage(), good.mailingDate(), 1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 24, Long.MAX_VALUE})
    void postageFitsThreeBytes(long mills) {
        refuses(() -> with(good.ascending(), new Postage(mills), good.mailingDate(), 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1997-12-31", "0000-01-01", "-0001-01-01", "+10000-01-01"})
    void aDateOfMailingHasFourDigitsForItsYear(LocalDate date) {
        refuses(() -> with(good.ascending(), good.postage(), date, 1));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1L << 32})
    void aPieceCountFitsFourBytes(long count) {
        refuses(() -> with(good.ascending(), good.postage(), good.mailingDate(), count));
    }

    @Test
    void everyIndiciumSaysThatItIsASpecimen() {
        refuses(() -> with(good.origin(), List.of(IndiciumFlag.REPLY), good.services()));
    }

    @Test
    void theOriginHasFiveDigits() {
        refuses(() -> with(new ZipCode("972014418"), good.flags(), good.services()));
    }

    @Test
    void flagsAndServicesHaveOneOrder() {
        var mixed =
                with(
                        good.origin(),
                        List.of(IndiciumFlag.REPLY, IndiciumFlag.SPECIMEN, IndiciumFlag.REPLY),
                        List.of(ExtraService.RETURN_RECEIPT, ExtraService.CERTIFIED_MAIL));

        assertEquals(List.of(IndiciumFlag.SPECIMEN, IndiciumFlag.REPLY), mixed.flags());
        assertEquals(
                List.of(ExtraService.CERTIFIED_MAIL, ExtraService.RETURN_RECEIPT),
                mixed.services());
    }

    @Test
    void aSignatureHasSixtyFourBytes() {
        refuses(() -> new EcdsaIndicium(good, Bytes.of(new byte[63])));
    }

    private static void refuses(org.junit.jupiter.api.function.Executable making) {
        assertThrows(IllegalArgumentException.class, making);
    }

    private Indicium with(Postage ascending, Postage postage, LocalDate date, long pieceCount) {
        return new Indicium(
                good.serial(),
                ascending,
                postage,
                date,
                good.weight(),
                pieceCount,
                good.mailClass(),
                good.category(),
                good.certificate(),
                good.destination(),
                good.origin(),
                good.flags(),
                good.services());
    }

    private Indicium with(ZipCode origin, List<IndiciumFlag> flags, List<ExtraService> services) {
        return new Indicium(
                good.serial(),
                good.ascending(),
                good.postage(),
                good.mailingDate(),
                good.weight(),
                good.pieceCount(),
                good.mailClass(),
                good.category(),
                good.certificate(),
                good.destination(),
                origin,
                flags,
                services);
    }
}
