package org.franklin.box.ceremony;

import org.franklin.box.freshness.FreshnessLog;
import org.franklin.box.freshness.Recalled;
import org.franklin.box.record.ChainedRecord;
import org.franklin.box.record.DecisionTable;
import org.franklin.box.record.Shown;
import org.franklin.box.record.Shown.Genuine;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The genuine records of a subject: the last one that the box reads back itself, and those that it
/// is shown.
record KnownRecords<R extends Record & ChainedRecord<R>, S>(
        DecisionTable<R, S> core, FreshnessLog log) {

    Optional<Genuine<R>> own(String subject) {
        return log.last(subject) instanceof Recalled.Found(var last)
                ? genuine(subject, List.of(last.record())).findFirst()
                : Optional.empty();
    }

    /// Of two with one counter the box's own is taken.
    Optional<Genuine<R>> highest(String subject, List<Bytes> shown) {
        return all(subject, shown)
                .reduce((first, next) ->
                        next.record().counter() > first.record().counter() ? next : first);
    }

    Optional<Genuine<R>> withHash(Hash hash, String subject, List<Bytes> shown) {
        return all(subject, shown).filter(found -> found.hash().equals(hash)).findFirst();
    }

    /// The box's own comes first.
    private Stream<Genuine<R>> all(String subject, List<Bytes> shown) {
        return Stream.concat(own(subject).stream(), genuine(subject, shown));
    }

    private Stream<Genuine<R>> genuine(String subject, List<Bytes> signed) {
        return signed.stream()
                .map(core::read)
                .flatMap(read -> genuine(read).stream())
                .filter(found -> found.subject().equals(subject));
    }

    private Optional<Genuine<R>> genuine(Shown<R> shown) {
        return shown instanceof Genuine<R> found ? Optional.of(found) : Optional.empty();
    }
}
