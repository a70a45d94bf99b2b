package org.franklin.datacenter.drill.healing;

/// What became of what an attack left locked.
public sealed interface Healing {

    /// Nothing was locked any more.
    record NotNeeded() implements Healing {}

    /// Two keepers held the ceremonies: the books were the same to the mill afterwards, and the
    /// meters bought again.
    record Healed() implements Healing {}

    /// The two keepers cannot be had here, which is as it should be where each has her own key; the
    /// sentence says so.
    record NotHere(String sentence) implements Healing {}

    /// It is against what the design promises; the sentence says what.
    record Failed(String sentence) implements Healing {}
}
