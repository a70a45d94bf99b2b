package org.franklin.model.mailer;

/// The number of a device at its meter, from 1 upward and never used again.
public record DeviceId(int number) implements Comparable<DeviceId> {

    public DeviceId {
        if (number < 1) {
            throw new IllegalArgumentException("devices are numbered from 1");
        }
    }

    @Override
    public int compareTo(DeviceId other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
