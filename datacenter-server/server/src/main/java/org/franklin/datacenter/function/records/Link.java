package org.franklin.datacenter.function.records;

import org.franklin.box.StepAnswer.Done;
import org.franklin.box.StepAnswer.Redo;
import org.franklin.datacenter.database.journal.StoredRecord;
import org.franklin.datacenter.database.journal.StoredStep;

/// One link of a chain, as the database keeps it: the record, and the step that led to it.
public record Link(StoredRecord record, StoredStep step) {

    public static Link of(Done done) {
        return new Link(
                new StoredRecord(done.counter(), done.record()),
                new StoredStep(done.counter(), done.request(), done.reply(), done.time()));
    }

    static Link of(Redo redo) {
        return new Link(
                new StoredRecord(redo.counter(), redo.record()),
                new StoredStep(redo.counter(), redo.request(), redo.reply(), redo.time()));
    }
}
