package org.franklin.box.ceremony;

import org.franklin.box.StepAnswer.Evidence;
import org.franklin.box.ceremony.CeremonyRefusal.BadReason;
import org.franklin.box.ceremony.CeremonyRefusal.BadSignature;
import org.franklin.box.ceremony.CeremonyRefusal.BoxStopped;
import org.franklin.box.ceremony.CeremonyRefusal.NeedsHealing;
import org.franklin.box.ceremony.CeremonyRefusal.NeedsReprovision;
import org.franklin.box.ceremony.CeremonyRefusal.NoTokenKeys;
import org.franklin.box.ceremony.CeremonyRefusal.NoVerifier;
import org.franklin.box.ceremony.CeremonyRefusal.NotEnrolled;
import org.franklin.box.ceremony.CeremonyRefusal.NothingToDo;
import org.franklin.box.ceremony.CeremonyRefusal.OldHead;
import org.franklin.box.ceremony.CeremonyRefusal.OutOfService;
import org.franklin.box.ceremony.CeremonyRefusal.SamePerson;
import org.franklin.box.ceremony.CeremonyRefusal.SubjectUnknown;
import org.franklin.box.ceremony.CeremonyRefusal.TooFewKeepers;
import org.franklin.box.ceremony.CeremonyRefusal.WrongBox;
import org.franklin.box.ceremony.CeremonyRefusal.WrongInstallation;
import org.franklin.box.ceremony.CeremonyRefusal.WrongTime;
import org.franklin.box.keeper.Keeper;
import org.franklin.box.keeper.Signed;
import org.franklin.box.key.VerifyingKey;
import org.franklin.box.record.DecisionTable;
import org.franklin.box.verifier.Verifier;
import org.franklin.model.canonical.Canonical;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Which ceremony a box performs: a pure function of its situation, the order and the time.
public final class CeremonyLaw {

    /// Two people have so long to sign; and their clocks may differ by as much as a minute.
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final Duration CLOCKS = Duration.ofMinutes(1);

    private CeremonyLaw() {}

    public static Judgement judge(Situation box, Order order, Instant now) {
        return people(box, order)
                .or(() -> place(box, order.statement(), now))
                .or(() -> matter(box, order.statement()))
                .<Judgement>map(Judgement.Refused::new)
                .orElseGet(Judgement.Allowed::new);
    }

    private static Optional<CeremonyRefusal> people(Situation box, Order order) {
        if (!box.keepers().areEnough()) {
            return Optional.of(new TooFewKeepers());
        }
        var first = box.keepers().find(order.asked().keeper());
        var second = box.keepers().find(order.approved().keeper());
        if (first.isEmpty()) {
            return Optional.of(new NotEnrolled(order.asked().keeper()));
        }
        if (second.isEmpty()) {
            return Optional.of(new NotEnrolled(order.approved().keeper()));
        }
        if (first.equals(second)) {
            return Optional.of(new SamePerson(order.asked().keeper()));
        }
        if (!verifies(first.get(), order.statement(), order.asked())) {
            return Optional.of(new BadSignature(order.asked().keeper()));
        }
        return verifies(second.get(), order.statement(), order.approved())
                ? Optional.empty()
                : Optional.of(new BadSignature(order.approved().keeper()));
    }

    private static boolean verifies(Keeper keeper, Statement statement, Signed signed) {
        return VerifyingKey.of(keeper.publicKey())
                .filter(key -> key.verifies(Canonical.bytes(statement), signed.signature()))
                .isPresent();
    }

    private static Optional<CeremonyRefusal> place(
            Situation box, Statement statement, Instant now) {
        if (!statement.cluster().equals(box.cluster())) {
            return Optional.of(new WrongInstallation());
        }
        if (!statement.box().equals(box.box())) {
            return Optional.of(new WrongBox(statement.box()));
        }
        if (!isReason(statement.reason())) {
            return Optional.of(new BadReason());
        }
        if (box.broken().isPresent()) {
            return Optional.of(new OutOfService(box.broken().get()));
        }
        if (!statement.head().equals(box.head())) {
            return Optional.of(new OldHead());
        }
        boolean timely =
                !statement.time().isAfter(now.plus(CLOCKS))
                        && !statement.time().isBefore(now.minus(LONGEST));
        return timely ? Optional.empty() : Optional.of(new WrongTime());
    }

    /// Whether a text can be a ceremony's reason.
    public static boolean isReason(String text) {
        return !text.isBlank()
                && text.length() <= Statement.LONGEST_REASON
                && text.chars().noneMatch(Character::isISOControl);
    }

    private static Optional<CeremonyRefusal> matter(Situation box, Statement statement) {
        return switch (statement.kind()) {
            case UNLATCH_BOX -> unlatchBox(box, statement);
            case REPROVISION -> onlyStopped(box, statement);
            case UNLATCH -> unlatch(box, statement);
            case HEAL -> heal(box, statement);
            case EXPORT_TOKEN_KEYS -> exportTokenKeys(box, statement);
        };
    }

    private static Optional<CeremonyRefusal> onlyStopped(Situation box, Statement statement) {
        if (!statement.subject().equals(Statement.BOX)) {
            return Optional.of(new SubjectUnknown(statement.subject()));
        }
        return box.stopped().isPresent() ? Optional.empty() : Optional.of(new NothingToDo());
    }

    private static Optional<CeremonyRefusal> unlatchBox(Situation box, Statement statement) {
        return onlyStopped(box, statement)
                .or(() ->
                        box.stopped()
                                .filter(reason -> reason.endsWith(DecisionTable.BEHIND))
                                .map(_ -> new NeedsReprovision()));
    }

    private static Optional<CeremonyRefusal> unlatch(Situation box, Statement statement) {
        if (box.stopped().isPresent()) {
            return Optional.of(new BoxStopped());
        }
        if (box.slot().isEmpty()) {
            return Optional.of(new SubjectUnknown(statement.subject()));
        }
        var latch = box.slot().get().latched();
        if (latch.isEmpty()) {
            return Optional.of(new NothingToDo());
        }
        return latch.get() == Evidence.DAMAGED ? Optional.of(new NeedsHealing()) : Optional.empty();
    }

    /// The subject holds the verifier's name and key, and so both keepers have signed both.
    private static Optional<CeremonyRefusal> exportTokenKeys(Situation box, Statement statement) {
        if (!box.tokenKeys()) {
            return Optional.of(new NoTokenKeys());
        }
        if (box.stopped().isPresent()) {
            return Optional.of(new BoxStopped());
        }
        return Verifier.ofSubject(statement.subject()).isPresent()
                ? Optional.empty()
                : Optional.of(new NoVerifier());
    }

    private static Optional<CeremonyRefusal> heal(Situation box, Statement statement) {
        if (box.stopped().isPresent()) {
            return Optional.of(new BoxStopped());
        }
        return statement.subject().equals(Statement.ALL) || box.slot().isPresent()
                ? Optional.empty()
                : Optional.of(new SubjectUnknown(statement.subject()));
    }
}
