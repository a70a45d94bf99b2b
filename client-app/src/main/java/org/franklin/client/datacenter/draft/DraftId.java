package org.franklin.client.datacenter.draft;

import java.util.UUID;
import java.util.random.RandomGenerator;

/// Names one wish of the mailer to pay for pieces. It is drawn when the wish is begun and kept
/// through every click: one draft is paid at most once.
public record DraftId(UUID uuid) {

    public static DraftId draw(RandomGenerator random) {
        long version4 = (random.nextLong() & ~0xF000L) | 0x4000L;
        long variant = (random.nextLong() >>> 2) | Long.MIN_VALUE;
        return new DraftId(new UUID(version4, variant));
    }

    @Override
    public String toString() {
        return uuid.toString();
    }
}
