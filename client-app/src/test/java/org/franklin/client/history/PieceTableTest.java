package org.franklin.client.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.franklin.client.App;
import org.franklin.client.FakeDesk;
import org.franklin.client.Paid;
import org.franklin.client.history.piece.Computer;
import org.franklin.client.history.piece.Entry;
import org.franklin.client.history.piece.Listing;
import org.franklin.client.history.piece.Query;
import org.franklin.client.ui.Dates;
import org.franklin.client.ui.Immediate;
import org.franklin.client.ui.Texts;
import org.franklin.client.ui.Theme;
import org.franklin.model.mailer.DeviceId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeoutException;

/// The table with a busy office's year in it.
class PieceTableTest {

    private static final int YEAR = 12_000;
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private final FakeDesk desk = new FakeDesk();
    private final FxRobot robot = new FxRobot();
    private final HistoryModel model =
            new HistoryModel(
                    desk, desk::printRoom, new Immediate(), new Computer(new DeviceId(1), ZONE));

    @BeforeEach
    void aYear() {
        var first = Instant.parse("2026-01-02T14:00:00Z");
        for (int i = 0; i < YEAR; i++) {
            String name = "Customer N" + i;
            desk.purchases.add(
                    Paid.letter(
                            first.plusSeconds(2_000L * i).toString(),
                            Paid.address(name, "Albany", "NY", "12207"),
                            i % 3));
        }
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.cleanupStages();
    }

    @Test
    void makesCellsOnlyForWhatIsSeen() throws TimeoutException {
        var table = show();

        assertEquals(YEAR, table.getItems().size());
        assertTrue(rows().size() < 40, "rows made: " + rows().size());
        assertEquals(List.of("Date", "To", "Price", "State"), names(table));
    }

    @Test
    void arrowsChooseAndTheChoiceOutlivesASearch() throws TimeoutException {
        var table = show();
        robot.interact(table::requestFocus);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.DOWN);
        assertEquals("Customer N11997", name());

        robot.interact(() -> model.search(Query.ALL.withText("customer n11997")));
        assertEquals(0, table.getSelectionModel().getSelectedIndex());
        robot.interact(() -> model.search(Query.ALL));
        assertEquals(2, table.getSelectionModel().getSelectedIndex());
        assertEquals("Customer N11997", name());
    }

    @Test
    void findsOneOfThousandsAndShowsIt() throws TimeoutException {
        var table = show();
        robot.interact(() -> model.search(Query.ALL.withText("cust n42")));

        var found = assertInstanceOf(Listing.Found.class, model.listingProperty().get());
        assertEquals(1 + 10 + 100, found.rows().size(), "42, 420 to 429, 4200 to 4299");
        assertEquals(YEAR, found.all().pieces());
        assertEquals(111, table.getItems().size());
    }

    @Test
    void readsAStateAloudAsWhatItIs() throws TimeoutException {
        show();
        var spoken =
                rows().stream()
                        .flatMap(row -> row.lookupAll(".table-cell").stream())
                        .map(cell -> ((TableCell<?, ?>) cell).getText())
                        .toList();

        assertTrue(spoken.contains("State: Printed again"), spoken.toString());
        assertTrue(spoken.contains("State: Not printed yet"), spoken.toString());
    }

    private String name() {
        var detail = assertInstanceOf(Detail.Of.class, model.detailProperty().get());
        return new PieceWords(Texts.of(HistoryView.class), new Dates(ZONE))
                .to(assertInstanceOf(Entry.Here.class, detail.entry()));
    }

    private List<Node> rows() {
        return robot
                .lookup(node -> node instanceof TableRow<?> row && !row.isEmpty())
                .queryAll()
                .stream()
                .toList();
    }

    private static List<String> names(PieceTable table) {
        return table.getColumns().stream().map(column -> column.getText()).toList();
    }

    private PieceTable show() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        var stage = FxToolkit.registerStage(Stage::new);
        var texts = Texts.of(HistoryView.class);
        var made = new PieceTable[1];
        robot.interact(() -> {
            made[0] =
                    new PieceTable(
                            model, texts, new PieceWords(texts, new Dates(App.CLOCK.getZone())));
            stage.setScene(new Scene(made[0], 456, 480));
            Theme.follow(stage.getScene());
            stage.setX(0);
            stage.setY(0);
            stage.show();
            model.refresh();
        });
        WaitForAsyncUtils.waitForFxEvents();
        return made[0];
    }
}
