package org.franklin.client.signup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.franklin.client.signup.AccountModel.Missing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountModelTest {

    private final AccountModel model = new AccountModel();

    @Test
    void asksForTheFirstThingThatIsMissing() {
        assertEquals(Missing.USER, model.missing());
        model.userProperty().set("martha");
        assertEquals(Missing.PASSWORD, model.missing());
        model.passwordProperty().set("fifteen letters");
        assertEquals(Missing.BUSINESS, model.missing());
        model.businessProperty().set("An office");
        assertEquals(Missing.NOTHING, model.missing());
    }

    @ParameterizedTest
    @CsvSource({"14, false", "15, true", "256, true"})
    void aNewPasswordIsLongEnoughFromFifteenBytesOn(int length, boolean isLong) {
        model.passwordProperty().set("x".repeat(length));

        assertEquals(isLong, model.longEnoughBinding().get());
    }

    @Test
    void countsBytesAsTheDataCenterDoes() {
        model.passwordProperty().set("äöüäöüäö");

        assertEquals(true, model.longEnoughBinding().get());
    }

    @ParameterizedTest
    @CsvSource({"257, 1, PASSWORD", "15, 61, BUSINESS", "15, 60, NOTHING"})
    void refusesWhatIsTooLong(int password, int business, Missing missing) {
        model.userProperty().set("martha");
        model.passwordProperty().set("x".repeat(password));
        model.businessProperty().set("y".repeat(business));

        assertEquals(missing, model.missing());
    }

    @ParameterizedTest
    @CsvSource({"ma", "'martha lindqvist'", "_martha", "märtha"})
    void refusesANameThatTheDataCenterWouldRefuse(String user) {
        model.userProperty().set(user);

        assertEquals(Missing.USER, model.missing());
    }
}
