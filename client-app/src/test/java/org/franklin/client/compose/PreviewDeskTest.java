package org.franklin.client.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.franklin.client.App;
import org.franklin.client.FakeDesk;
import org.franklin.client.Paid;
import org.franklin.client.print.Stock;
import org.franklin.client.ui.Dates;
import org.franklin.client.ui.Immediate;
import org.franklin.client.ui.Texts;
import org.franklin.client.ui.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.TimeoutException;

class PreviewDeskTest {

    private final FxRobot robot = new FxRobot();
    private final FakeDesk data = new FakeDesk();
    private final Immediate time = new Immediate(App.NOW);
    private final ComposeModel model =
            new ComposeModel(
                    new Workplace(Paid.METER, App.CLOCK, new SplittableRandom(7)), data, time);

    @BeforeEach
    void show() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        var stage = FxToolkit.registerStage(Stage::new);
        robot.interact(() -> {
            var texts = Texts.of(PreviewDesk.class);
            var desk = new PreviewDesk(model, texts, new Dates(App.CLOCK.getZone()));
            desk.setId("desk");
            stage.setScene(new Scene(new VBox(desk), 384, 420));
            Theme.follow(stage.getScene());
            stage.setX(0);
            stage.setY(0);
            stage.show();
        });
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.cleanupStages();
    }

    @Test
    void saysHowLargeThePaperIsAsStationeryIsNamed() {
        assertEquals("Shown at 39 %. Prints at actual size, 9½ × 4⅛ in.", caption());

        robot.interact(() -> model.form().stockProperty().set(Stock.LABEL_4X6));
        assertTrue(caption().endsWith(" Prints at actual size, 4 × 6 in."), caption());
    }

    @Test
    void saysInWordsWhatIsOnThePicture() {
        robot.interact(() -> {
            var to = "Dana Whitfield\n2140 SW Harbor St\nPortland, OR 97201";
            model.form().to().textProperty().set(to);
            time.pass(Duration.ofSeconds(1));
        });
        var desk = robot.lookup("#desk").query();

        assertEquals(AccessibleRole.IMAGE_VIEW, desk.getAccessibleRole());
        assertEquals(
                "Preview. To DANA WHITFIELD, 2140 SW HARBOR ST, PORTLAND OR 97201. $0.74,"
                        + " Mon, Nov 23, 2026. Shown at 39 %. Prints at actual size, 9½ × 4⅛ in.",
                desk.getAccessibleText());
    }

    @Test
    void saysWhyThereIsNoPicture() {
        robot.interact(() -> model.form().to().textProperty().set("漢字\n1 Street\nTroy, NY 12180"));

        assertTrue(
                caption().endsWith("has a character that cannot be printed: use Latin letters."));
    }

    private String caption() {
        return robot.lookup("#desk .note").queryAs(Label.class).getText();
    }
}
