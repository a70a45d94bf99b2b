package org.franklin.datacenter.drill.attack;

import org.franklin.datacenter.database.journal.StoredAlarm;
import org.franklin.datacenter.drill.ground.Ground;
import org.franklin.datacenter.drill.ground.Mailer;
import org.franklin.datacenter.function.postage.DispensePostage.Result;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.DeviceSigned;

import java.util.Optional;

/// Short questions of a drill to its ground.
final class Probe {

    private Probe() {}

    /// A mailer buys one letter, or it is the drill's own fault.
    static Bytes buy(Ground ground, Mailer mailer) {
        return paid(ground, mailer, ground.letter(mailer))
                .orElseThrow(() -> new IllegalStateException("an honest mailer was not served"));
    }

    /// The reply, if the request is paid.
    static Optional<Bytes> paid(Ground ground, Mailer mailer, DeviceSigned request) {
        return mailer.send(ground.center(), request) instanceof Result.Answered(var reply)
                ? Optional.of(reply)
                : Optional.empty();
    }

    /// Whether a mailer is served now.
    static boolean serves(Ground ground, Mailer mailer) {
        return paid(ground, mailer, ground.letter(mailer)).isPresent();
    }

    /// Whether a mailer is told that its meter is locked.
    static boolean isLocked(Ground ground, Mailer mailer) {
        return mailer.send(ground.center(), ground.letter(mailer)) instanceof Result.Locked;
    }

    /// Whether the function server rang for this evidence.
    static boolean rang(Ground ground, String evidence) {
        return ground.center().functions().alarms().newest().stream()
                .map(StoredAlarm::evidence)
                .anyMatch(evidence::equals);
    }

    static Answer when(boolean asPromised, Answer answer) {
        return asPromised
                ? answer
                : new Answer.Succeeded("not as promised: \"" + answer.detail() + "\"");
    }
}
