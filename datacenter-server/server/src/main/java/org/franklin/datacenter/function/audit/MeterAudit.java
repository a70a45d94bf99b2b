package org.franklin.datacenter.function.audit;

import org.franklin.box.BoxPort;
import org.franklin.box.StepAnswer;
import org.franklin.box.certificate.BoxKey;
import org.franklin.box.meter.MeterBoxAnswer;
import org.franklin.box.meter.MeterBoxRequest;
import org.franklin.box.meter.record.MeterRecord;
import org.franklin.box.record.SignedRecord;
import org.franklin.datacenter.database.journal.StoredRecord;
import org.franklin.datacenter.database.journal.StoredStep;
import org.franklin.datacenter.function.records.Stores;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.canonical.Hash;
import org.franklin.model.indicium.VerificationKeys;
import org.franklin.model.indicium.VerificationKeys.Lookup;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.Receipt;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.meter.SignedReceipt;

import java.util.List;
import java.util.Optional;

/// Audits one meter: how its record stands to the box, whether every receipt is the box's and they
/// chain, whether each step keeps the law, and whether all end in the record.
final class MeterAudit {

    private static final int PAGE = 200;

    private final Stores stores;
    private final BoxPort<MeterBoxRequest, MeterBoxAnswer> box;
    private final VerificationKeys keys;
    private final Tally tally;

    MeterAudit(
            Stores stores,
            BoxPort<MeterBoxRequest, MeterBoxAnswer> box,
            VerificationKeys keys,
            Tally tally) {
        this.stores = stores;
        this.box = box;
        this.keys = keys;
        this.tally = tally;
    }

    void audit(SerialNumber serial) {
        String subject = MeterRecord.subject(serial);
        var stored = stores.database().read(in -> stores.meters().records().find(in, serial));
        if (stored.isEmpty()) {
            tally.wrong(subject, "its record is gone");
            return;
        }
        standing(subject, stored.get());
        switch (SignedRecord.body(MeterRecord.class, stored.get().record())) {
            case Malformed<MeterRecord> _ -> tally.wrong(subject, "its record cannot be read");
            case Valid<MeterRecord>(var record) -> {
                var books = record.books();
                tally.meter(
                        serial,
                        record.registers(),
                        new Tally.Filled(books.refilled(), books.lastVoucher()));
                history(subject, serial, Hash.of(stored.get().record()), record);
            }
        }
    }

    private void standing(String subject, StoredRecord stored) {
        switch (box.call(new MeterBoxRequest.Look(stored.record()))) {
            case MeterBoxAnswer.Looked(var seen, _) -> Standings.note(tally, subject, seen);
            case MeterBoxAnswer.Stepped(StepAnswer.OutOfService(var reason)) ->
                    tally.wrong(subject, "its box is out of service: " + reason);
            case MeterBoxAnswer unfit ->
                    throw new IllegalStateException("the meter box answered " + unfit);
        }
    }

    private void history(String subject, SerialNumber serial, Hash last, MeterRecord record) {
        var law = new StepLaw(keys);
        Optional<Receipt> before = Optional.empty();
        List<StoredStep> page = page(serial, 0);
        while (!page.isEmpty()) {
            for (StoredStep step : page) {
                switch (MeterReply.decode(step.reply())) {
                    case Malformed<MeterReply> _ -> {
                        tally.wrong(subject, "step " + step.counter() + " cannot be read");
                        return;
                    }
                    case Valid<MeterReply>(var reply) -> {
                        check(subject, law, before, step, reply);
                        before = Optional.of(reply.receipt().receipt());
                    }
                }
            }
            page = page(serial, page.getLast().counter() + 1);
        }
        ends(subject, before, last, record);
    }

    private void check(
            String subject,
            StepLaw law,
            Optional<Receipt> before,
            StoredStep step,
            MeterReply reply) {
        Receipt receipt = reply.receipt().receipt();
        tally.step(reply instanceof MeterReply.Issued issued ? issued.indicia().size() : 0);
        if (!isTheBoxes(reply.receipt())) {
            tally.wrong(subject, "the receipt of step " + step.counter() + " is not the box's");
        }
        if (receipt.counter() != step.counter() || !receipt.request().equals(step.request())) {
            tally.wrong(subject, "step " + step.counter() + " lies in the place of another");
        }
        before.map(prior -> law.breach(prior, reply))
                .orElseGet(() -> law.breachAtFirst(reply))
                .ifPresent(breach -> tally.wrong(subject, breach));
    }

    private void ends(String subject, Optional<Receipt> end, Hash last, MeterRecord record) {
        boolean fits =
                end.filter(receipt -> receipt.record().equals(last))
                        .filter(receipt -> receipt.registers().equals(record.registers()))
                        .filter(receipt -> receipt.pieces() == record.pieces())
                        .isPresent();
        if (!fits) {
            tally.wrong(subject, "its history does not end in its record");
        }
    }

    private boolean isTheBoxes(SignedReceipt signed) {
        return signed.certificate() == BoxKey.METER_RECEIPTS.number()
                && keys.find(signed.certificate()) instanceof Lookup.Trusted(var key)
                && key.verifies(Canonical.bytes(signed.receipt()), signed.signature());
    }

    private List<StoredStep> page(SerialNumber serial, long from) {
        return stores.database()
                .read(in -> stores.meters().records().steps(in, serial, from, PAGE));
    }
}
