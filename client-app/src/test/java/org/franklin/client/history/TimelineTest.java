package org.franklin.client.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

import org.franklin.client.App;
import org.franklin.client.datacenter.draft.Printout;
import org.franklin.client.datacenter.outcome.Doubt;
import org.franklin.client.history.piece.Fact;
import org.franklin.client.ui.Dates;
import org.franklin.client.ui.Texts;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

class TimelineTest {

    private static final Fact.Charged CHARGED =
            new Fact.Charged(App.NOW, Postage.parse("0.74"), 1, 80);

    @BeforeEach
    void startTheToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void aDayIsNamedOnceAndAgainWhenItChanges() {
        var life =
                List.of(
                        new Fact.Reserved(App.NOW),
                        CHARGED,
                        new Fact.Printed(printed(Duration.ofSeconds(3), "Office laser", "")),
                        new Fact.PrintedAgain(
                                printed(Duration.ofDays(1), "Office laser", "Paper jam.")),
                        new Fact.NotSeenYet());

        assertEquals(
                List.of(
                        "Reserved",
                        "Nov 23, 09:14:02",
                        "Kept on this computer, then asked for",
                        "Charged $0.74",
                        "09:14:02",
                        "Receipt 80",
                        "Printed on Office laser",
                        "09:14:05",
                        "Printed again, same piece",
                        "Nov 24, 09:14:02",
                        "Reason: Paper jam. On Office laser. Nothing charged.",
                        "Seen by the Post",
                        "not yet"),
                words(life));
    }

    @Test
    void whatIsRecordedIsFilledAndWhatIsToComeIsHollow() {
        var timeline = timeline(List.of(CHARGED, new Fact.NotPrintedYet(), new Fact.NotSeenYet()));

        assertEquals(List.of("past", "future", "future"), dots(timeline));
    }

    @Test
    void aFileIsNamedWithoutItsFolder() {
        for (String folder : List.of("/home/mailer/printed/", "C:\\Users\\mailer\\printed\\")) {
            var printout = printed(Duration.ZERO, folder + "piece-1.pdf", "");
            var words = words(List.of(new Fact.Printed(printout)));

            assertEquals("Saved as PDF", words.getFirst());
            assertEquals("piece-1.pdf", words.getLast());
        }
        var again = printed(Duration.ZERO, "/home/mailer/piece-1.pdf", "Paper jam");
        assertEquals(
                "Reason: Paper jam. Saved as PDF. Nothing charged.",
                words(List.of(new Fact.PrintedAgain(again))).getLast());
    }

    @Test
    void saysWhatIsNotKnownHere() {
        var words =
                words(
                        List.of(
                                new Fact.Charged(App.NOW, Postage.parse("8.88"), 12, 9),
                                new Fact.PrintedElsewhere(2),
                                new Fact.NotKnownIfCharged(Doubt.NO_ANSWER)));

        assertEquals("Charged $8.88 for 12 pieces", words.getFirst());
        assertTrue(words.contains("Printings are recorded on computer 2"));
        assertEquals(2, words.stream().filter("not known here"::equals).count());
        assertTrue(words.getLast().startsWith("Franklin asks again"));
    }

    private static Printout printed(Duration after, String where, String reason) {
        return new Printout(App.NOW.plus(after), where, reason);
    }

    private static Timeline timeline(List<? extends Fact> life) {
        return new Timeline(
                List.copyOf(life), Texts.of(HistoryView.class), new Dates(App.CLOCK.getZone()));
    }

    private static List<String> words(List<? extends Fact> life) {
        var words = new ArrayList<String>();
        for (Node each : all(timeline(life))) {
            if (each instanceof Label label) {
                words.add(label.getText());
            }
        }
        return words;
    }

    private static List<String> dots(Timeline timeline) {
        return all(timeline).stream()
                .filter(each -> each instanceof Region && each.getStyleClass().contains("moment"))
                .map(dot -> dot.getStyleClass().getLast())
                .toList();
    }

    private static List<Node> all(Parent parent) {
        var all = new ArrayList<Node>();
        for (Node child : parent.getChildrenUnmodifiable()) {
            all.add(child);
            if (child instanceof Parent inner) {
                all.addAll(all(inner));
            }
        }
        return all;
    }
}
