package org.franklin.client.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.client.FakeDesk;
import org.franklin.client.Paid;
import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.client.print.room.Printing;
import org.franklin.client.recovery.RecoveryModel.Picture;
import org.franklin.client.recovery.RecoveryModel.Progress;
import org.franklin.client.ui.Held;
import org.franklin.client.ui.Immediate;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.Test;

import java.util.List;

class RecoveryModelTest {

    private static final List<PaidPiece> PIECES =
            Paid.aMonth().stream()
                    .limit(3)
                    .map(purchase ->
                            assertInstanceOf(Purchase.Charged.class, purchase).pieces().getFirst())
                    .toList();

    private final FakeDesk desk = new FakeDesk();

    @Test
    void printsWhatIsChosenAndCountsEach() {
        var model = model(PIECES);
        model.choices().get(1).chosen().set(false);
        model.print();

        assertEquals(new Progress.Printed("Office laser"), model.progressProperty().get());
        assertEquals(List.of(PIECES.get(0).id(), PIECES.get(2).id()), desk.printed);
    }

    @Test
    void saysWhatWasChargedForAll() {
        assertEquals(Postage.parse("7.52"), model(PIECES).charged());
    }

    @Test
    void printsNothingWhenNothingIsChosen() {
        var model = model(PIECES);
        model.choices().forEach(choice -> choice.chosen().set(false));
        model.print();

        assertEquals(new Progress.Asking(), model.progressProperty().get());
    }

    @Test
    void countsNothingThatDidNotComeOutAndTriesOnlyThatAgain() {
        desk.rooms.getFirst().printing = new Printing.NotOut("The disk is full.");
        var model = model(PIECES);
        model.print();
        assertEquals(new Progress.Stopped("The disk is full."), model.progressProperty().get());
        assertEquals(List.of(), desk.printed);

        desk.rooms.getFirst().printing = new Printing.Out("Office laser");
        model.print();
        assertEquals(3, desk.printed.size());
        assertTrue(model.choices().stream().noneMatch(choice -> choice.chosen().get()));
    }

    @Test
    void aSecondPressPrintsNoSecondPage() {
        var held = new Held();
        var model = new RecoveryModel(PIECES, desk, desk::printRoom, held);
        model.print();
        model.print();
        assertEquals(1, held.size());
        assertEquals(new Progress.Printing(1, 3), model.progressProperty().get());

        held.releaseAll();
        model.print();
        assertEquals(0, held.size());
        assertEquals(3, desk.printed.size());
    }

    @Test
    void drawsTheFirstPieceWithTheCodeThatPrints() {
        var model = model(PIECES.subList(0, 1));
        model.draw(256);
        var image = assertInstanceOf(Picture.Drawn.class, model.pictureProperty().get()).image();

        assertEquals(512, image.getWidth());
        assertEquals(222, image.getHeight());
        assertFalse(isBlank(image));
    }

    private static boolean isBlank(java.awt.image.BufferedImage image) {
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                if ((image.getRGB(x, y) & 0xFF) < 128) {
                    return false;
                }
            }
        }
        return true;
    }

    private RecoveryModel model(List<PaidPiece> pieces) {
        return new RecoveryModel(pieces, desk, desk::printRoom, new Immediate());
    }
}
