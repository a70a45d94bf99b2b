package org.franklin.client.datacenter.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.franklin.client.Paid;
import org.franklin.client.datacenter.MailerFolder;
import org.franklin.model.mail.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;

class HabitsTest {

    private static final Address HERE = Paid.address("Here", "Albany", "NY", "12207");
    private static final Address THERE = Paid.address("There", "Salem", "OR", "97301");

    @Test
    void theLastChoiceComesFirstAndOnce() {
        var habits =
                Habits.NONE
                        .after(plan(HERE, "SALES"), "Office laser")
                        .after(plan(THERE, ""), "Save as PDF")
                        .after(plan(HERE, "LEGAL"), "Label printer");

        assertEquals(
                new Habits(
                        List.of(HERE, THERE),
                        List.of("LEGAL", "SALES"),
                        "LABEL_4X6",
                        "Label printer"),
                habits);
    }

    @Test
    void forgetsWhatWasChosenLongAgo() {
        var habits = Habits.NONE;
        for (int i = 0; i < 20; i++) {
            habits =
                    habits.after(
                            plan(Paid.address("Desk " + i, "Salem", "OR", "97301"), "c" + i), "");
        }
        assertEquals(8, habits.senders().size());
        assertEquals(List.of("Desk 19", "12 Spruce St"), habits.senders().getFirst().lines());
        assertEquals("c12", habits.costCodes().getLast());
    }

    @Test
    void staysInTheMailersFolder(@TempDir Path dir) {
        var habits = Habits.NONE.after(plan(HERE, "SALES"), "Office laser");
        try (var folder = open(dir)) {
            assertEquals(Habits.NONE, folder.habits());
            folder.keep(habits);
        }
        try (var folder = open(dir)) {
            assertEquals(habits, folder.habits());
        }
    }

    private static MailerFolder open(Path dir) {
        return switch (MailerFolder.open(dir, Clock.systemUTC(), new SecureRandom())) {
            case MailerFolder.Opened.Ready(var folder) -> folder;
            case MailerFolder.Opened.InUse(var why) -> throw new AssertionError(why);
            case MailerFolder.Opened.Unusable(var why) -> throw new AssertionError(why);
        };
    }

    private static PrintPlan.Kept plan(Address from, String costCode) {
        return new PrintPlan.Kept(THERE, from, "LABEL_4X6", "First-Class Mail", "", costCode);
    }
}
