package org.franklin.datacenter.simulation;

import static org.franklin.datacenter.simulation.Violation.unless;

import org.franklin.box.Refusal;
import org.franklin.box.meter.record.MeterRecord;
import org.franklin.box.record.SignedRecord;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.franklin.model.indicium.IndiciumForm;
import org.franklin.model.indicium.ReceiptChain;
import org.franklin.model.indicium.ReceiptVerifier;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.RequestKey;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Remembers all that ever left the box, and holds it to its promises at once (`protocol`, 2.7): no
/// counter and no place is taken twice, every reply is the same for ever, no piece is missing or
/// twice, and the books are those of the indicia and vouchers.
final class Ledger {

    /// A step as it left the box. The record may have stayed inside.
    record Entry(RequestKey request, MeterReply reply, Bytes bytes, Optional<Bytes> record) {}

    private static final class Account {
        final List<Entry> entries = new ArrayList<>();
        final Map<SimulatedDatabase.Place, Entry> places = new HashMap<>();
        Postage issued = Postage.ZERO;
        Postage refilled = Postage.ZERO;
        long pieces;
    }

    private final ReceiptChain receipts;
    private final Map<RequestKey, Postage> vouchers = new HashMap<>();
    private final Set<RequestKey> forbidden = new HashSet<>();
    private final Map<SerialNumber, Account> accounts = new HashMap<>();

    Ledger(ReceiptVerifier verifier) {
        receipts = new ReceiptChain(verifier);
    }

    /// Money for a meter; it may come, once.
    void expect(RequestKey voucher, Postage amount) {
        vouchers.put(voucher, amount);
    }

    /// What no meter may ever do.
    void forbid(RequestKey request) {
        forbidden.add(request);
    }

    void released(
            SerialNumber serial,
            long counter,
            Optional<Bytes> record,
            RequestKey key,
            Bytes reply) {
        var account = accounts.computeIfAbsent(serial, _ -> new Account());
        int size = account.entries.size();
        unless(counter <= size, serial + " gave step " + counter + " after " + (size - 1));
        if (counter == size) {
            add(serial, account, new Entry(key, MeterReply.decode(reply).orThrow(), reply, record));
            return;
        }
        var there = account.entries.get((int) counter);
        unless(
                there.request().equals(key) && there.bytes().equals(reply),
                serial + " gave two steps with counter " + counter);
        if (record.isPresent()) {
            unless(
                    there.record().isEmpty() || there.record().equals(record),
                    serial + " gave two records with counter " + counter);
            audit(serial, account, there, record.orElseThrow(), counter == size - 1);
            account.entries.set(
                    (int) counter, new Entry(key, there.reply(), there.bytes(), record));
        }
    }

    private void add(SerialNumber serial, Account account, Entry entry) {
        var last = account.entries.isEmpty() ? null : account.entries.getLast();
        var finding =
                last == null
                        ? receipts.check(List.of(entry.reply()))
                        : receipts.goOn(last.reply().receipt().receipt(), List.of(entry.reply()));
        unless(finding instanceof ReceiptChain.Finding.Holds, serial + " has " + finding);
        unless(
                entry.reply().receipt().receipt().request().equals(entry.request()),
                serial + " has a receipt of another request");
        unless(
                !forbidden.contains(entry.request()),
                serial + " served the wrong " + entry.request());
        var before = account.places.put(SimulatedDatabase.Place.of(serial, entry.request()), entry);
        unless(before == null, serial + " answered " + entry.request() + " by two steps");
        switch (entry.reply()) {
            case MeterReply.Issued(_, var indicia) ->
                    indicia.forEach(symbol -> count(account, symbol));
            case MeterReply.Refilled _ -> {
                var amount = Optional.ofNullable(vouchers.get(entry.request()));
                unless(amount.isPresent(), serial + " took money that nobody paid");
                account.refilled = account.refilled.plus(amount.orElseThrow());
            }
            default -> {
                // Moves no money.
            }
        }
        account.entries.add(entry);
        var registers = entry.reply().receipt().receipt().registers();
        unless(
                registers.ascending().equals(account.issued)
                        && registers.controlTotal().equals(account.refilled)
                        && entry.reply().receipt().receipt().pieces() == account.pieces,
                serial + " has " + registers + " for " + account.issued + " issued");
        entry.record().ifPresent(record -> audit(serial, account, entry, record, true));
    }

    private static void count(Account account, Bytes symbol) {
        var claim = IndiciumForm.decode(symbol).orThrow().indicium();
        account.pieces++;
        account.issued = account.issued.plus(claim.postage());
        unless(claim.pieceCount() == account.pieces, "a piece is missing or twice: " + claim);
    }

    private static void audit(
            SerialNumber serial, Account account, Entry entry, Bytes record, boolean last) {
        var receipt = entry.reply().receipt().receipt();
        var body = SignedRecord.body(MeterRecord.class, record).orThrow();
        unless(
                receipt.record().equals(Hash.of(record))
                        && receipt.counter() == body.counter()
                        && receipt.registers().equals(body.registers())
                        && receipt.pieces() == body.pieces(),
                serial + " has a receipt of another record");
        unless(
                body.registers().controlTotal().equals(body.books().refilled())
                        && (!last || body.books().refilled().equals(account.refilled)),
                serial + " has lost or found money: " + body.books());
    }

    /// A refusal says for certain that nothing was done by this request until now.
    void refused(Errand errand, Refusal refusal) {
        var taken = errand.place().flatMap(place -> taken(errand.serial(), place));
        unless(
                taken.isEmpty() || !taken.map(Entry::request).equals(errand.place()),
                errand + " was refused by " + refusal + " after it was served");
    }

    /// Who was answered got the bytes that left the box for this place.
    void heard(Errand errand, Bytes reply) {
        var taken = errand.place().flatMap(place -> taken(errand.serial(), place));
        unless(
                taken.map(Entry::bytes).equals(Optional.of(reply)),
                errand
                        + " was answered by what the box never gave for it: "
                        + MeterReply.decode(reply)
                        + " for "
                        + taken.map(Entry::reply));
    }

    Optional<Entry> taken(SerialNumber serial, RequestKey place) {
        return Optional.ofNullable(accounts.get(serial))
                .map(account -> account.places.get(SimulatedDatabase.Place.of(serial, place)));
    }

    List<Entry> entries(SerialNumber serial) {
        return Objects.requireNonNull(accounts.get(serial)).entries;
    }

    long pieces() {
        return all().stream().mapToLong(account -> account.pieces).sum();
    }

    private Collection<Account> all() {
        return accounts.values();
    }
}
