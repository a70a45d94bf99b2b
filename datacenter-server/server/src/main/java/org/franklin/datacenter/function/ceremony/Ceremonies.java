package org.franklin.datacenter.function.ceremony;

import org.franklin.box.ceremony.CeremonyAnswer.Described;
import org.franklin.box.ceremony.CeremonyLaw;
import org.franklin.box.ceremony.CeremonyRefusal;
import org.franklin.box.ceremony.Order;
import org.franklin.box.ceremony.Proposal;
import org.franklin.box.ceremony.Statement;
import org.franklin.box.keeper.KeeperFile;
import org.franklin.box.keeper.KeeperKey;
import org.franklin.box.keeper.Signer;
import org.franklin.box.meter.MeterBox;
import org.franklin.box.meter.record.MeterRecord;
import org.franklin.box.transaction.TransactionBox;
import org.franklin.datacenter.database.DatabaseFault;
import org.franklin.datacenter.function.records.AccountRecords;
import org.franklin.datacenter.function.records.Boxes;
import org.franklin.datacenter.function.records.MeterRecords;
import org.franklin.datacenter.function.records.Stores;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.mailer.MailerId;
import org.franklin.model.meter.SerialNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Ceremonies of two people: the first asks, the second approves, the boxes judge and perform, and
/// the database is put right. Nobody may be served meanwhile.
public final class Ceremonies {

    private static final Logger LOG = LoggerFactory.getLogger(Ceremonies.class);
    private static final Pattern METER = Pattern.compile("meter ([1-9][0-9]{0,6})");
    private static final Pattern ACCOUNT = Pattern.compile("account ([0-9a-f]{32})");

    /// What came of asking.
    public sealed interface Asked {

        /// What the second keeper is given.
        record Proposed(Bytes form, List<String> words) implements Asked {
            public Proposed {
                words = List.copyOf(words);
            }
        }

        record Refused(String sentence) implements Asked {}
    }

    /// What came of approving.
    public sealed interface Held {

        record Performed(List<String> words) implements Held {
            public Performed {
                words = List.copyOf(words);
            }
        }

        /// Nothing was done for this box, and nothing after it.
        record Refused(String sentence) implements Held {}
    }

    private final Stores stores;
    private final InstantSource clock;
    private final Map<String, HealMeters<?>> boxes = new LinkedHashMap<>();

    public Ceremonies(Stores stores, Boxes boxes, InstantSource clock) {
        this.stores = stores;
        this.clock = clock;
        this.boxes.put(
                MeterBox.NAME,
                new HealMeters<>(
                        stores.database(),
                        stores.meters().records(),
                        new MeterRecords(boxes.meter()),
                        Ceremonies::meter,
                        CeremonyDoor.of(boxes.meter())));
        this.boxes.put(
                TransactionBox.NAME,
                new HealMeters<>(
                        stores.database(),
                        stores.mailers().accounts(),
                        new AccountRecords(boxes.transaction()),
                        Ceremonies::account,
                        CeremonyDoor.ofAccounts(boxes.transaction())));
    }

    private static Optional<SerialNumber> meter(String subject) {
        return named(METER, subject, digits -> new SerialNumber(Integer.parseInt(digits)));
    }

    private static Optional<MailerId> account(String subject) {
        return named(ACCOUNT, subject, MailerId::new);
    }

    private static <K> Optional<K> named(Pattern form, String subject, Function<String, K> owner) {
        return Optional.of(form.matcher(subject))
                .filter(Matcher::matches)
                .map(found -> owner.apply(found.group(1)));
    }

    /// Signs for a ceremony as the first of two keepers.
    public Asked ask(Task task, Optional<SerialNumber> meter, String reason, Signer keeper)
            throws IOException {
        var misfit = task.misfit(meter);
        if (misfit.isPresent()) {
            return new Asked.Refused(misfit.get());
        }
        if (!CeremonyLaw.isReason(reason)) {
            return new Asked.Refused(new CeremonyRefusal.BadReason().sentence());
        }
        return switch (keeper.key()) {
            case KeeperFile.Read.Refused<KeeperKey>(var sentence) -> new Asked.Refused(sentence);
            case KeeperFile.Read.Of<KeeperKey>(var key) -> {
                try (key) {
                    yield ask(task, meter, reason, key);
                }
            }
        };
    }

    private Asked ask(Task task, Optional<SerialNumber> meter, String reason, KeeperKey key) {
        var items = new ArrayList<Proposal.Item>();
        for (var each : boxes.values()) {
            var box = each.door().describe();
            if (!box.keepers().areEnough()) {
                return refused(new CeremonyRefusal.TooFewKeepers());
            }
            if (!box.keepers().people().contains(key.keeper())) {
                return refused(new CeremonyRefusal.NotEnrolled(key.keeper().name()));
            }
            if (concerns(task, meter, box)) {
                var statement = statement(task, meter, reason, box);
                items.add(new Proposal.Item(statement, key.sign(Canonical.bytes(statement))));
            }
        }
        if (items.isEmpty()) {
            return refused(new CeremonyRefusal.NothingToDo());
        }
        var proposal = new Proposal(items);
        return new Asked.Proposed(Canonical.bytes(proposal), words(proposal));
    }

    private static Asked refused(CeremonyRefusal refusal) {
        return new Asked.Refused(refusal.sentence());
    }

    private static boolean concerns(Task task, Optional<SerialNumber> meter, Described box) {
        return switch (task) {
            case UNLATCH_METER -> box.box().equals(MeterBox.NAME);
            case HEAL -> meter.isEmpty() || box.box().equals(MeterBox.NAME);
            case UNLATCH_BOX, REPROVISION -> !box.stopped().isEmpty();
        };
    }

    private Statement statement(
            Task task, Optional<SerialNumber> meter, String reason, Described box) {
        Supplier<String> whole = () -> task == Task.HEAL ? Statement.ALL : Statement.BOX;
        return new Statement(
                task.kind(),
                box.cluster(),
                box.box(),
                meter.map(MeterRecord::subject).orElseGet(whole),
                reason,
                box.head(),
                clock.instant());
    }

    /// What a proposal says, in words; a refusal if it cannot be read.
    public Asked read(Bytes form) {
        return switch (Canonical.decode(Proposal.class, form)) {
            case Malformed<Proposal> _ ->
                    new Asked.Refused("This is no request for a ceremony, or it is damaged.");
            case Valid<Proposal>(var proposal) -> new Asked.Proposed(form, words(proposal));
        };
    }

    private static List<String> words(Proposal proposal) {
        return proposal.items().stream().map(Ceremonies::words).toList();
    }

    private static String words(Proposal.Item item) {
        var statement = item.statement();
        String what =
                switch (statement.kind()) {
                    case UNLATCH ->
                            "Unlock %s at the %s, and go on from the box's own last record"
                                    .formatted(statement.subject(), statement.box());
                    case UNLATCH_BOX -> "Unlock the %s".formatted(statement.box());
                    case HEAL ->
                            "Put the database right from the %s, and unlock there: %s"
                                    .formatted(statement.box(), statement.subject());
                    case REPROVISION ->
                            "Re-provision the %s: move every record one step on, and unlock it"
                                    .formatted(statement.box());
                };
        return "%s. Asked for by %s at %s: %s"
                .formatted(what, item.asked().keeper(), statement.time(), statement.reason());
    }

    /// Signs as the second keeper, and performs the ceremony.
    public Held approve(Bytes form, Signer keeper) throws IOException {
        if (!(Canonical.decode(Proposal.class, form) instanceof Valid<Proposal>(var proposal))) {
            return new Held.Refused("This is no request for a ceremony, or it is damaged.");
        }
        return switch (keeper.key()) {
            case KeeperFile.Read.Refused<KeeperKey>(var sentence) -> new Held.Refused(sentence);
            case KeeperFile.Read.Of<KeeperKey>(var key) -> {
                try (key) {
                    yield approve(proposal, key);
                } catch (DatabaseFault e) {
                    LOG.atError().setCause(e).log("a ceremony met a fault of the database");
                    yield new Held.Refused(
                            "The database failed, and what is locked stays so. Approve it again.");
                }
            }
        };
    }

    private Held approve(Proposal proposal, KeeperKey key) {
        var words = new ArrayList<String>();
        words.add("Books before: " + BookTotals.of(stores).sentence() + ".");
        for (Proposal.Item item : proposal.items()) {
            var statement = item.statement();
            var order = new Order(statement, item.asked(), key.sign(Canonical.bytes(statement)));
            var box = Optional.ofNullable(boxes.get(statement.box()));
            if (box.isEmpty()) {
                return new Held.Refused(new CeremonyRefusal.WrongBox(statement.box()).sentence());
            }
            switch (box.get().hold(order)) {
                case HealMeters.Healing.Refused(var refusal) -> {
                    LOG.atWarn()
                            .addKeyValue("box", statement.box())
                            .addKeyValue("why", refusal.getClass().getSimpleName())
                            .log("a ceremony was refused");
                    return new Held.Refused(statement.box() + ": " + refusal.sentence());
                }
                case HealMeters.Healing.Done(int looked, int records, int steps) ->
                        words.add(
                                ("Done at the %s. %d records looked at, %d put right in the"
                                                + " database, %d steps restored.")
                                        .formatted(statement.box(), looked, records, steps));
            }
        }
        words.add("Books after:  " + BookTotals.of(stores).sentence() + ".");
        return new Held.Performed(words);
    }
}
