package org.franklin.datacenter.drill.attack;

/// What answered an attack. Sealed, so that the table has a word for each.
public sealed interface Answer {

    /// What happened, for a person.
    String detail();

    /// Nothing was done, and the mailer is served as before.
    record Refused(String detail) implements Answer {}

    /// A meter, an account or a whole box is locked: nothing more leaves it.
    record Locked(String detail) implements Answer {}

    /// A reply came back from the box's archive.
    record Recalled(String detail) implements Answer {}

    /// The same bytes again, and nothing new.
    record Redone(String detail) implements Answer {}

    /// Not prevented: who finds it, and when.
    record DetectedBy(String who, String when) implements Answer {
        @Override
        public String detail() {
            return "by " + who + ", " + when;
        }
    }

    /// The attack had its way.
    record Succeeded(String detail) implements Answer {}
}
