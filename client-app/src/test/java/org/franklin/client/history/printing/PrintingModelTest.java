package org.franklin.client.history.printing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.franklin.client.FakeDesk;
import org.franklin.client.Paid;
import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.draft.PieceId;
import org.franklin.client.datacenter.draft.PrintPlan;
import org.franklin.client.history.printing.ReprintModel.Reason;
import org.franklin.client.print.page.Page;
import org.franklin.client.print.page.Resolution;
import org.franklin.client.print.room.PrintRoom;
import org.franklin.client.print.room.Printing;
import org.franklin.client.print.room.Readiness;
import org.franklin.client.ui.Held;
import org.franklin.client.ui.Immediate;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class PrintingModelTest {

    private final List<Page> pages = new ArrayList<>();
    private final List<String> counted = new ArrayList<>();
    private Printing outcome = new Printing.Out("Office laser");

    @Test
    void printsTheIdenticalPageAgain() {
        var model = model();
        model.print(piece(0), "");
        model.print(piece(1), "Paper jam");

        assertEquals(pages.get(0), pages.get(1));
        assertEquals(List.of("Office laser, ", "Office laser, Paper jam"), counted);
    }

    @Test
    void asksForAReasonExactlyWhenItPrintsAgain() {
        var model = model();

        assertThrows(IllegalArgumentException.class, () -> model.print(piece(1), " "));
        assertThrows(IllegalArgumentException.class, () -> model.print(piece(0), "Paper jam"));
        assertEquals(List.of(), pages);
    }

    @Test
    void countsNothingThatDidNotComeOut() {
        outcome = new Printing.NotOut("Office laser is out of paper.");
        var model = model();
        model.print(piece(1), "Paper jam");

        assertEquals(
                new Progress.Stopped(piece(1), "Office laser is out of paper."),
                model.progressProperty().get());
        assertEquals(List.of(), counted);
    }

    @Test
    void saysWhyAPieceWithoutItsAddressIsNotPrinted() {
        var piece = piece(0);
        var lost =
                new PaidPiece(piece.id(), piece.indicium(), new PrintPlan.Forgotten(), List.of());
        var model = model();
        model.print(lost, "");

        assertInstanceOf(Progress.Stopped.class, model.progressProperty().get());
        assertEquals(List.of(), pages);
    }

    @Test
    void aSecondPressPrintsNoSecondPage() {
        var held = new Held();
        var desk = new FakeDesk();
        var model = new PrintingModel(desk, desk::printRoom, held);
        model.print(piece(0), "");
        model.print(piece(0), "");
        model.forget();
        assertEquals(new Progress.Printing(piece(0)), model.progressProperty().get());
        held.releaseAll();

        assertEquals(1, desk.printed.size());
        model.forget();
        assertEquals(new Progress.Idle(), model.progressProperty().get());
    }

    @Test
    void aReprintWaitsForItsReason() {
        var printing = model();
        var reprint = new ReprintModel(piece(1), printing);
        reprint.print();
        reprint.reasonProperty().set(Reason.OTHER);
        reprint.wordsProperty().set("   ");
        reprint.print();
        assertEquals(List.of(), pages);

        reprint.wordsProperty().set("  Coffee on it ");
        reprint.print();
        reprint.print();
        assertEquals(List.of("Office laser, Coffee on it"), counted);
    }

    @Test
    void aReasonInWordsIsNotEndless() {
        var reprint = new ReprintModel(piece(1), model());
        reprint.reasonProperty().set(Reason.OTHER);
        reprint.wordsProperty().set("so ".repeat(1_000));
        reprint.print();

        assertEquals(1, counted.size());
    }

    private PrintingModel model() {
        Desk desk =
                (PieceId _, String where, String reason) -> {
                    counted.add(where + ", " + reason);
                    return Optional.empty();
                };
        return new PrintingModel(desk, Laser::new, new Immediate());
    }

    private static PaidPiece piece(int printed) {
        var to = Paid.address("Dana Whitfield", "Portland", "OR", "97201-4418");
        return Paid.letter("2026-11-20T16:03:00Z", to, printed).pieces().getFirst();
    }

    private final class Laser implements PrintRoom {

        @Override
        public String name() {
            return "Office laser";
        }

        @Override
        public Resolution resolution() {
            return Resolution.DPI_600;
        }

        @Override
        public Readiness readiness() {
            return new Readiness.Ready();
        }

        @Override
        public Printing print(Page page, String title) {
            pages.add(page);
            return outcome;
        }
    }
}
