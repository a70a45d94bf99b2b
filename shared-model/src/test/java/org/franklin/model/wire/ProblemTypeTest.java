package org.franklin.model.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.franklin.model.wire.Problem.Charge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class ProblemTypeTest {

    @Test
    void everyProblemHasAnAddressAndATitleOfItsOwn() {
        Set<String> addresses =
                Stream.of(ProblemType.values()).map(ProblemType::uri).collect(Collectors.toSet());
        Set<String> titles =
                Stream.of(ProblemType.values()).map(ProblemType::title).collect(Collectors.toSet());

        assertEquals(ProblemType.values().length, addresses.size());
        assertEquals(ProblemType.values().length, titles.size());
    }

    @ParameterizedTest
    @EnumSource
    void aProblemIsFoundByItsAddress(ProblemType type) {
        assertEquals(Optional.of(type), ProblemType.of(type.uri()));
        assertEquals(true, type.uri().matches("/problems/[a-z]+(-[a-z]+)*"), type.uri());
    }

    @Test
    void anotherAddressIsNoProblemOfOurs() {
        for (String address :
                new String[] {"", "about:blank", "/problems/", "INSUFFICIENT_FUNDS"}) {
            assertEquals(Optional.empty(), ProblemType.of(address));
        }
    }

    @Test
    void anAddressDoesNotDependOnTheCountryOfTheMachine() {
        var usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertEquals("/problems/insufficient-funds", ProblemType.INSUFFICIENT_FUNDS.uri());
        } finally {
            Locale.setDefault(usual);
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyAFaultOfTheDataCenterLeavesTheChargeInDoubt(ProblemType type) {
        boolean refused = type.status() >= 400 && type.status() < 500;

        assertEquals(true, refused || type.status() == 500 || type.status() == 503);
        if (refused) {
            assertEquals(Charge.NOT_CHARGED, type.charge());
        }
    }

    @Test
    void aProblemCarriesWhatItsTypeSays() {
        assertEquals(
                new Problem(
                        "/problems/outcome-pending",
                        "The outcome is not known yet",
                        503,
                        "Ask again.",
                        Charge.CHECKING,
                        "r-1"),
                Problem.of(ProblemType.OUTCOME_PENDING, "Ask again.", "r-1"));
    }
}
