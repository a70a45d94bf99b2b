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
import org.franklin.box.verifier.Verifier;
import org.franklin.datacenter.database.DatabaseFault;
import org.franklin.datacenter.function.records.AccountRecords;
import org.franklin.datacenter.function.records.Boxes;
import org.franklin.datacenter.function.records.MeterRecords;
import org.franklin.datacenter.function.records.Stores;
import org.franklin.datacenter.keymanagement.verifier.VerifierFiles;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.wire.published.TokenKeyFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Ceremonies of two people: the first asks, the second approves, the boxes judge and perform, and
/// the database is put right. Nobody may be served meanwhile.
public final class Ceremonies {

    private static final Logger LOG = LoggerFactory.getLogger(Ceremonies.class);

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

        /// `tokenKeys` is there if the ceremony was for them.
        record Performed(List<String> words, Optional<TokenKeyFile> tokenKeys) implements Held {
            public Performed {
                words = List.copyOf(words);
            }
        }

        /// Nothing was done for this box, and nothing after it.
        record Refused(String sentence) implements Held {}
    }

    private final Stores stores;
    private final Runnable settle;
    private final InstantSource clock;
    private final ExportTokenKeys export;
    private final Map<String, HealMeters<?>> boxes = new LinkedHashMap<>();

    /// `settle` goes through all records once and puts right what hangs on them, payments above
    /// all, when the boxes go on.
    public Ceremonies(Stores stores, Boxes boxes, Runnable settle, InstantSource clock) {
        this.stores = stores;
        this.settle = settle;
        this.clock = clock;
        this.export = new ExportTokenKeys(boxes.meter());
        this.boxes.put(
                MeterBox.NAME,
                new HealMeters<>(
                        stores.database(),
                        stores.meters().records(),
                        new MeterRecords(boxes.meter()),
                        Owners::meter,
                        CeremonyDoor.of(boxes.meter())));
        this.boxes.put(
                TransactionBox.NAME,
                new HealMeters<>(
                        stores.database(),
                        stores.mailers().accounts(),
                        new AccountRecords(boxes.transaction()),
                        Owners::account,
                        CeremonyDoor.ofAccounts(boxes.transaction())));
    }

    /// Signs for a ceremony as the first of two keepers.
    public Asked ask(Task task, Optional<SerialNumber> meter, String reason, Signer keeper)
            throws IOException {
        return ask(task, meter, Optional.empty(), reason, keeper);
    }

    /// The same; `verifier` is the file with the public half of whom token keys are sealed to.
    public Asked ask(
            Task task,
            Optional<SerialNumber> meter,
            Optional<Path> verifier,
            String reason,
            Signer keeper)
            throws IOException {
        var misfit = task.misfit(meter, verifier);
        if (misfit.isPresent()) {
            return new Asked.Refused(misfit.get());
        }
        if (!CeremonyLaw.isReason(reason)) {
            return new Asked.Refused(new CeremonyRefusal.BadReason().sentence());
        }
        var subject = meter.map(MeterRecord::subject);
        if (verifier.isPresent()) {
            switch (VerifierFiles.open(verifier.get())) {
                case VerifierFiles.Read.Refused<Verifier>(var sentence) -> {
                    return new Asked.Refused(sentence);
                }
                case VerifierFiles.Read.Of<Verifier>(var whom) ->
                        subject = Optional.of(whom.subject());
            }
        }
        return signed(task, subject, reason, keeper);
    }

    /// `subject` is one meter or verifier, or none.
    private Asked signed(Task task, Optional<String> subject, String reason, Signer keeper)
            throws IOException {
        return switch (keeper.key()) {
            case KeeperFile.Read.Refused<KeeperKey>(var sentence) -> new Asked.Refused(sentence);
            case KeeperFile.Read.Of<KeeperKey>(var key) -> {
                try (key) {
                    yield signed(task, subject, reason, key);
                }
            }
        };
    }

    private Asked signed(Task task, Optional<String> subject, String reason, KeeperKey key) {
        var items = new ArrayList<Proposal.Item>();
        for (var each : boxes.values()) {
            var box = each.door().describe();
            if (!box.keepers().areEnough()) {
                return refused(new CeremonyRefusal.TooFewKeepers());
            }
            if (!box.keepers().people().contains(key.keeper())) {
                return refused(new CeremonyRefusal.NotEnrolled(key.keeper().name()));
            }
            if (task.concerns(box, subject)) {
                var statement = statement(task, subject, reason, box);
                items.add(new Proposal.Item(statement, key.sign(Canonical.bytes(statement))));
            }
        }
        if (items.isEmpty()) {
            return refused(
                    task == Task.EXPORT_TOKEN_KEYS
                            ? new CeremonyRefusal.NoTokenKeys()
                            : new CeremonyRefusal.NothingToDo());
        }
        var proposal = new Proposal(items);
        return new Asked.Proposed(Canonical.bytes(proposal), Wording.of(proposal));
    }

    private static Asked refused(CeremonyRefusal refusal) {
        return new Asked.Refused(refusal.sentence());
    }

    private Statement statement(Task task, Optional<String> subject, String reason, Described box) {
        Supplier<String> whole = () -> task == Task.HEAL ? Statement.ALL : Statement.BOX;
        return new Statement(
                task.kind(),
                box.cluster(),
                box.box(),
                subject.orElseGet(whole),
                reason,
                box.head(),
                clock.instant());
    }

    /// What a proposal says, in words; a refusal if it cannot be read.
    public Asked read(Bytes form) {
        return switch (Canonical.decode(Proposal.class, form)) {
            case Malformed<Proposal> _ ->
                    new Asked.Refused("This is no request for a ceremony, or it is damaged.");
            case Valid<Proposal>(var proposal) -> new Asked.Proposed(form, Wording.of(proposal));
        };
    }

    /// Whether a proposal asks for token keys, which are to be written to a file.
    public boolean isForTokenKeys(Bytes form) {
        return Canonical.decode(Proposal.class, form) instanceof Valid<Proposal>(var proposal)
                && proposal.items().stream().anyMatch(item -> isExport(item.statement()));
    }

    private static boolean isExport(Statement statement) {
        return statement.kind() == Statement.Kind.EXPORT_TOKEN_KEYS;
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
                case HealMeters.Healing.Done _ when isExport(statement) -> {
                    return exported(statement);
                }
                case HealMeters.Healing.Done(int looked, int records, int steps) ->
                        words.add(
                                ("Done at the %s. %d records looked at, %d put right in the"
                                                + " database, %d steps restored.")
                                        .formatted(statement.box(), looked, records, steps));
            }
        }
        if (proposal.items().stream().anyMatch(item -> concernsAll(item.statement()))) {
            settle.run();
        }
        words.add("Books after:  " + BookTotals.of(stores).sentence() + ".");
        return new Held.Performed(words, Optional.empty());
    }

    private static boolean concernsAll(Statement statement) {
        return switch (statement.kind()) {
            case HEAL, REPROVISION -> true;
            case UNLATCH, UNLATCH_BOX, EXPORT_TOKEN_KEYS -> false;
        };
    }

    private Held exported(Statement statement) {
        return switch (export.export(statement)) {
            case ExportTokenKeys.Result.Refused(var refusal) ->
                    new Held.Refused("The keys were not sealed. " + refusal.sentence());
            case ExportTokenKeys.Result.Exported(var file) ->
                    new Held.Performed(List.of(Wording.sealed(statement)), Optional.of(file));
        };
    }
}
