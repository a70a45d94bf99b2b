package org.franklin.client.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.franklin.client.Paid;
import org.franklin.client.datacenter.draft.DraftId;
import org.franklin.client.datacenter.outcome.Asked;
import org.franklin.client.datacenter.outcome.Balance;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.client.ui.Immediate;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

class ShellModelTest {

    private final Immediate time = new Immediate();
    private Asked<Balance> account = new Asked.Given<>(Paid.balance("87.26"));
    private final ShellModel model =
            new ShellModel(List.of(Task.HOME, Task.HISTORY), () -> account, time, time);

    @Test
    void opensTheFirstTaskThatExists() {
        assertEquals(Task.HOME, model.taskProperty().get());
    }

    @Test
    void saysNothingOfTheBalanceBeforeItIsKnown() {
        assertEquals(new BalanceLine.Unknown(), model.balanceProperty().get());
        assertEquals(Line.ASKING, model.connectionProperty().get());

        account = new Asked.NotGiven<>(new Refusal.Offline());
        model.refresh();
        assertEquals(new BalanceLine.Unknown(), model.balanceProperty().get());
    }

    @Test
    void showsTheBalanceAndWhatIsBeingChecked() {
        model.refresh();
        assertEquals(
                new BalanceLine.Current(Postage.parse("87.26")), model.balanceProperty().get());

        account = new Asked.Given<>(Paid.balance("87.26", "0.74"));
        model.refresh();
        assertEquals(
                new BalanceLine.PartlyChecking(Postage.parse("87.26"), Postage.parse("0.74")),
                model.balanceProperty().get());
    }

    @Test
    void datesTheBalanceWhenItCannotBeAsked() {
        model.refresh();
        var heard = time.instant();
        time.pass(Duration.ofHours(1));
        account = new Asked.NotGiven<>(new Refusal.DoesNotAnswer());
        model.refresh();

        assertEquals(
                new BalanceLine.AsOf(Postage.parse("87.26"), heard), model.balanceProperty().get());
        assertEquals(Line.DOES_NOT_ANSWER, model.connectionProperty().get());

        account = new Asked.Given<>(Paid.balance("87.26"));
        model.refresh();
        assertEquals(Line.CONNECTED, model.connectionProperty().get());
    }

    @Test
    void tellsEachWayOfNotBeingConnectedApart() {
        assertEquals(Line.OFFLINE, Line.of(new Refusal.Offline()));
        assertEquals(Line.NOT_TRUSTED, Line.of(new Refusal.NotTrusted("")));
        assertEquals(Line.SIGNED_OUT, Line.of(new Refusal.SignedOut()));
        assertEquals(Line.CONNECTED, Line.of(new Refusal.MeterLocked("")));
        assertEquals(Line.CONNECTED, Line.of(new Refusal.WaitsFor(new DraftId(new UUID(9, 9)))));
    }

    @Test
    void tellsWhoeverShowsTheAccountToo() {
        var heard = new ArrayList<Asked<Balance>>();
        model.onAccount(heard::add);
        model.refresh();

        assertEquals(List.of(account), heard);
    }
}
