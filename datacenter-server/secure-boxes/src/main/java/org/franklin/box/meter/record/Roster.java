package org.franklin.box.meter.record;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.franklin.model.meter.RequestKey;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The live devices of a meter, at most eight. `lastDevice` is the highest number ever given, so
/// that none is used twice; `lastGrant` the number of the last grant taken; `owner` whom the grants
/// are of, [Hash#NONE] before the first.
public record Roster(List<Device> devices, int lastDevice, long lastGrant, Hash owner) {

    public static final int MOST = 8;

    public static final Roster EMPTY = new Roster(List.of(), 0, 0, Hash.NONE);

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

    /// Whether this device, and no other, is live.
    public boolean isAlone(Device device) {
        return devices.equals(List.of(device));
    }

    /// Whether a device has or had this number.
    public boolean wasGiven(int number) {
        return number >= 1 && number <= lastDevice;
    }

    /// The number of the next device to join; no number is given twice.
    public int nextDevice() {
        return Math.incrementExact(lastDevice);
    }

    /// With one more device, under the next number.
    public Roster enrol(Bytes publicKey, RequestKey enrolment) {
        var joined = Device.enrolled(nextDevice(), publicKey, enrolment);
        return new Roster(
                Stream.concat(devices.stream(), Stream.of(joined)).toList(),
                joined.number(),
                lastGrant,
                owner);
    }

    /// Without this device; its number is not given again.
    public Roster revoke(int number) {
        return new Roster(
                devices.stream().filter(device -> device.number() != number).toList(),
                lastDevice,
                lastGrant,
                owner);
    }

    /// Without any device.
    public Roster revokeAll() {
        return new Roster(List.of(), lastDevice, lastGrant, owner);
    }

    /// Whether the meter is this owner's, or may become so.
    public boolean mayBelongTo(Hash granted) {
        return owner.equals(Hash.NONE) || owner.equals(granted);
    }

    /// After this owner's grant with this number was taken.
    public Roster granted(Hash granted, long grant) {
        return new Roster(devices, lastDevice, grant, granted);
    }

    public Roster served(Device changed) {
        return new Roster(
                devices.stream()
                        .map(device -> device.number() == changed.number() ? changed : device)
                        .toList(),
                lastDevice,
                lastGrant,
                owner);
    }
}
