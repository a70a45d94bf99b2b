package org.franklin.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.franklin.client.datacenter.draft.Habits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class FranklinDeskTest {

    private final FakeDesk desk = new FakeDesk();

    @ParameterizedTest
    @CsvSource({"'', Office laser", "Labels, Labels", "A printer that is gone, Office laser"})
    void pagesComeOutWhereTheLastOneDidIfThatIsStillThere(String last, String room) {
        desk.habits = new Habits(List.of(), List.of(), "", last);

        assertEquals(room, desk.printRoom().name());
    }
}
