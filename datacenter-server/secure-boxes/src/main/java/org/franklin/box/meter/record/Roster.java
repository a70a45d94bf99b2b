package org.franklin.box.meter.record;

import org.franklin.model.canonical.Bytes;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The live devices of a meter, at most eight. `lastDevice` is the highest number ever given, so
/// that none is used twice; `lastGrant` the number of the last grant taken.
public record Roster(List<Device> devices, int lastDevice, long lastGrant) {

    public static final int MOST = 8;

    public static final Roster EMPTY = new Roster(List.of(), 0, 0);

    public Roster {
        devices = List.copyOf(devices);
        if (devices.size() > MOST) {
            throw new IllegalArgumentException("a meter has at most " + MOST + " devices");
        }
    }

    public Optional<Device> find(int number) {
        return devices.stream().filter(device -> device.number() == number).findFirst();
    }

    public Optional<Device> find(Bytes publicKey) {
        return devices.stream().filter(device -> device.publicKey().equals(publicKey)).findFirst();
    }

    public boolean isFull() {
        return devices.size() == MOST;
    }

    public Roster enrol(Bytes publicKey, long grant) {
        int number = Math.incrementExact(lastDevice);
        return new Roster(
                Stream.concat(devices.stream(), Stream.of(Device.enrolled(number, publicKey)))
                        .toList(),
                number,
                grant);
    }

    public Roster served(Device changed) {
        return new Roster(
                devices.stream()
                        .map(device -> device.number() == changed.number() ? changed : device)
                        .toList(),
                lastDevice,
                lastGrant);
    }
}
