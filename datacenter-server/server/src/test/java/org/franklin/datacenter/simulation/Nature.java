package org.franklin.datacenter.simulation;

/// What a run is tried by. Crashes, faults, a bad network and a bad clock come in each.
enum Nature {
    HONEST,
    /// An administrator of the database wants postage for nothing.
    DISHONEST,
    /// Bits rot on the box's disk.
    DAMAGE;

    /// Most runs are honest: they have the most promises to keep.
    static Nature of(long seed) {
        return switch ((int) Math.floorMod(seed, 10L)) {
            case 3, 6, 9 -> DISHONEST;
            case 7 -> DAMAGE;
            default -> HONEST;
        };
    }
}
