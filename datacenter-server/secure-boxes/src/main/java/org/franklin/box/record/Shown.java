package org.franklin.box.record;

import org.franklin.model.canonical.Hash;

/// A signed record that the function server shows, after its MAC was checked.
public sealed interface Shown<R> {

    /// Whose record it is, or claims to be.
    String subject();

    /// This box, of this installation, signed it, some time ago or just now; `hash` is that of its
    /// signed form.
    record Genuine<R extends ChainedRecord<R>>(R record, Hash hash) implements Shown<R> {
        @Override
        public String subject() {
            return record.subject();
        }
    }

    record Forged<R>(String subject) implements Shown<R> {}
}
