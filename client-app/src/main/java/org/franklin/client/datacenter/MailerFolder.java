package org.franklin.client.datacenter;

import org.franklin.client.datacenter.connection.DataCenterAddress;
import org.franklin.client.datacenter.connection.DataCenterIdentity;
import org.franklin.client.datacenter.connection.Fingerprint;
import org.franklin.client.datacenter.device.DeviceKey;
import org.franklin.client.datacenter.draft.Habits;
import org.franklin.client.datacenter.outbox.Outbox;
import org.franklin.client.datacenter.outbox.Settings;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Decoded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/// The mailer's folder on this computer: the outbox, the device's key, and the pinned data center.
/// One process has it open at a time.
public final class MailerFolder implements AutoCloseable {

    public sealed interface Opened {

        record Ready(MailerFolder folder) implements Opened {}

        /// Another Franklin works in it.
        record InUse(String whatToDo) implements Opened {}

        record Unusable(String whatToDo) implements Opened {}
    }

    /// What came of pinning a data center.
    public sealed interface Pinning {

        record Pinned() implements Pinning {}

        /// The folder belongs to another data center; nothing was changed.
        record OtherAuthority(Fingerprint pinned) implements Pinning {}
    }

    private final Outbox outbox;
    private final DeviceKey key;

    private MailerFolder(Outbox outbox, DeviceKey key) {
        this.outbox = outbox;
        this.key = key;
    }

    /// Opens the folder, and makes it and what belongs in it the first time.
    public static Opened open(Path folder, Clock clock, SecureRandom random) {
        try {
            Files.createDirectories(folder);
            return switch (Outbox.open(folder, clock)) {
                case Outbox.Opened.InUse(var whatToDo) -> new Opened.InUse(whatToDo);
                case Outbox.Opened.Unusable(var whatToDo) -> new Opened.Unusable(whatToDo);
                case Outbox.Opened.Ready(var outbox) ->
                        withKey(outbox, DeviceKey.open(folder, random));
            };
        } catch (IOException | UncheckedIOException e) {
            return new Opened.Unusable(
                    "Franklin cannot write in " + folder + ". Choose a folder that it may use.");
        }
    }

    private static Opened withKey(Outbox outbox, DeviceKey.Opened key) {
        return switch (key) {
            case DeviceKey.Opened.Ready(var ready) ->
                    new Opened.Ready(new MailerFolder(outbox, ready));
            case DeviceKey.Opened.Unreadable(var whatToDo) -> {
                outbox.close();
                yield new Opened.Unusable(whatToDo);
            }
        };
    }

    /// The data center that this folder trusts, if it was told one.
    public Optional<DataCenterIdentity> pinned() {
        return settings()
                .get(Settings.Name.AUTHORITY)
                .flatMap(authority ->
                        settings().get(Settings.Name.URL).map(url -> of(url, authority)));
    }

    /// Trusts a data center whose fingerprint a person or a file has confirmed. It may move to
    /// another address later; its authority stays.
    public Pinning pin(DataCenterIdentity identity) {
        var pinned = pinned();
        if (pinned.isPresent() && !pinned.get().authority().equals(identity.authority())) {
            return new Pinning.OtherAuthority(pinned.get().address().fingerprint());
        }
        byte[] url = identity.address().url().toString().getBytes(StandardCharsets.UTF_8);
        settings().put(Settings.Name.URL, Bytes.of(url));
        settings().put(Settings.Name.AUTHORITY, identity.authority());
        return new Pinning.Pinned();
    }

    /// The user name that signed on last, to be offered again.
    public Optional<String> lastUser() {
        return settings().get(Settings.Name.USER).map(MailerFolder::text);
    }

    /// What was chosen last; nothing, if that cannot be read any more.
    public Habits habits() {
        return settings()
                .get(Settings.Name.HABITS)
                .map(bytes -> Canonical.decode(Habits.class, bytes))
                .map(decoded ->
                        decoded instanceof Decoded.Valid<Habits>(var kept) ? kept : Habits.NONE)
                .orElse(Habits.NONE);
    }

    public void keep(Habits habits) {
        settings().put(Settings.Name.HABITS, Bytes.of(Canonical.encode(Habits.class, habits)));
    }

    Outbox outbox() {
        return outbox;
    }

    Settings settings() {
        return outbox.settings();
    }

    DeviceKey key() {
        return key;
    }

    @Override
    public void close() {
        outbox.close();
    }

    private static DataCenterIdentity of(Bytes url, Bytes authority) {
        return new DataCenterIdentity(
                new DataCenterAddress(URI.create(text(url)), Fingerprint.of(authority)), authority);
    }

    private static String text(Bytes utf8) {
        return new String(utf8.toArray(), StandardCharsets.UTF_8);
    }
}
