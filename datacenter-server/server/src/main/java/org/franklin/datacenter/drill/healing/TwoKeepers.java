package org.franklin.datacenter.drill.healing;

import org.franklin.box.keeper.KeeperFile;
import org.franklin.box.keeper.KeeperKey;
import org.franklin.box.keeper.Signer;
import org.franklin.datacenter.drill.ground.Books;
import org.franklin.datacenter.drill.ground.Ground;
import org.franklin.datacenter.drill.ground.Mailer;
import org.franklin.datacenter.function.ceremony.Ceremonies;
import org.franklin.datacenter.function.ceremony.Ceremonies.Asked;
import org.franklin.datacenter.function.ceremony.Ceremonies.Held;
import org.franklin.datacenter.function.ceremony.Task;
import org.franklin.datacenter.function.funds.RefillMeter;
import org.franklin.datacenter.function.postage.DispensePostage;
import org.franklin.datacenter.keymanagement.InstallationFolder;
import org.franklin.model.money.Postage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The two keepers whom `init` made in the installation's own folder. They put right what an attack
/// left locked, as two people do with the command `ceremony`.
public final class TwoKeepers {

    private static final String REASON = "a drill left it locked";
    private static final Postage TEN = Postage.ofDollars(10);

    private final Ground ground;
    private final Signer first;
    private final Signer second;

    public TwoKeepers(Ground ground) {
        this.ground = ground;
        Path keepers = new InstallationFolder(ground.folder()).keepers();
        first = Signer.plain(keepers.resolve("keeper-1.key"));
        second = Signer.plain(keepers.resolve("keeper-2.key"));
    }

    /// `books` are those that the attack left.
    public Healing heal(Books books) throws IOException {
        if (!ground.isHurt()) {
            return new Healing.NotNeeded();
        }
        for (Signer keeper : List.of(first, second)) {
            switch (keeper.key()) {
                case KeeperFile.Read.Of<KeeperKey>(var key) -> key.close();
                case KeeperFile.Read.Refused<KeeperKey>(var sentence) -> {
                    return new Healing.NotHere(
                            "two people with their own keys, and so not here. " + sentence);
                }
            }
        }
        var refusal = ceremonies();
        return refusal.<Healing>map(Healing.Failed::new).orElseGet(() -> afterwards(books));
    }

    /// A box that stands still is provisioned anew; then all that is locked is healed.
    private Optional<String> ceremonies() throws IOException {
        ground.stop();
        var refusal = Optional.<String>empty();
        try (var center = ground.openForCeremony()) {
            var ceremonies = center.functions().ceremonies();
            if (center.isStopped()) {
                refusal = hold(ceremonies, Task.REPROVISION);
            }
            if (refusal.isEmpty()) {
                refusal = hold(ceremonies, Task.HEAL);
            }
        }
        ground.start();
        return refusal;
    }

    private Optional<String> hold(Ceremonies ceremonies, Task task) throws IOException {
        return switch (ceremonies.ask(task, Optional.empty(), REASON, first)) {
            case Asked.Refused(var sentence) -> Optional.of(sentence);
            case Asked.Proposed(var form, _) ->
                    switch (ceremonies.approve(form, second)) {
                        case Held.Performed _ -> Optional.empty();
                        case Held.Refused(var sentence) -> Optional.of(sentence);
                    };
        };
    }

    private Healing afterwards(Books books) {
        if (!ground.books().equals(books)) {
            return new Healing.Failed("the books are not as before: " + ground.books());
        }
        var center = ground.center();
        boolean pays = ground.office().refill(center, TEN) instanceof RefillMeter.Result.Refilled;
        boolean buys = buys(ground.office()) && buys(ground.neighbour());
        return pays && buys && !ground.isHurt()
                ? new Healing.Healed()
                : new Healing.Failed("the meters do not buy again");
    }

    private boolean buys(Mailer mailer) {
        return mailer.send(ground.center(), ground.letter(mailer))
                instanceof DispensePostage.Result.Answered;
    }
}
