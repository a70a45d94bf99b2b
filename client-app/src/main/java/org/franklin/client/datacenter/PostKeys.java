package org.franklin.client.datacenter;

import org.franklin.client.datacenter.connection.Answer;
import org.franklin.client.datacenter.connection.DataCenter;
import org.franklin.client.datacenter.device.DeviceKey;
import org.franklin.client.datacenter.device.SealedCredentials;
import org.franklin.client.datacenter.outbox.Settings;
import org.franklin.client.datacenter.outcome.Asked;
import org.franklin.client.datacenter.outcome.KeptKeys;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.indicium.VerificationKeys;
import org.franklin.model.indicium.VerificationKeys.Lookup;
import org.franklin.model.wire.Json;
import org.franklin.model.wire.Keys;

import java.util.Optional;

/// The Post's public keys: fetched over the pinned connection, kept for use without a network. The
/// root that comes first stays; another one is never believed.
final class PostKeys {

    private final DataCenter dataCenter;
    private final Settings settings;

    PostKeys(DataCenter dataCenter, Settings settings) {
        this.dataCenter = dataCenter;
        this.settings = settings;
    }

    Optional<VerificationKeys> kept() {
        return keptKeys().map(keys -> keys.verificationKeys().orThrow());
    }

    /// The kept keys and when they came; without that, they are fetched first.
    Optional<KeptKeys> keptSince() {
        return kept().flatMap(keys -> settings.keysTime().map(time -> new KeptKeys(keys, time)));
    }

    Asked<Keys> fetch() {
        return switch (dataCenter.keys()) {
            case Answer.Ok<Keys>(var keys) -> keep(keys);
            case Answer.Refused<Keys>(var problem) -> new Asked.NotGiven<>(Refusals.of(problem));
            case Answer.NotSent<Keys> notSent -> new Asked.NotGiven<>(Refusals.of(notSent));
            case Answer.Lost<Keys>(var reason) ->
                    new Asked.NotGiven<>(new Refusal.Unreadable(reason));
        };
    }

    /// A seal for the authentication box, whose key the pinned root certifies.
    Asked<SealedCredentials> seal(DeviceKey device) {
        return switch (fetch()) {
            case Asked.NotGiven<Keys>(var why) -> new Asked.NotGiven<>(why);
            case Asked.Given<Keys>(var keys) ->
                    keys.verificationKeys().orThrow().find(keys.authenticationBox())
                                            instanceof Lookup.Trusted(var box)
                                    && !box.isOfAnyMeter()
                            ? new Asked.Given<>(new SealedCredentials(box, device))
                            : notTrusted("the authentication box's key is not certified");
        };
    }

    private Asked<Keys> keep(Keys keys) {
        return switch (keys.verificationKeys()) {
            case Malformed<VerificationKeys>(var reason) ->
                    new Asked.NotGiven<>(new Refusal.Unreadable(reason));
            case Valid<VerificationKeys> _ -> {
                if (keptKeys().filter(kept -> !kept.root().equals(keys.root())).isPresent()) {
                    yield notTrusted("the Post's root certificate is not the one that came first");
                }
                settings.putKeys(Bytes.of(Json.write(keys)));
                yield new Asked.Given<>(keys);
            }
        };
    }

    private Optional<Keys> keptKeys() {
        return settings.get(Settings.Name.KEYS)
                .map(json -> Json.read(Keys.class, json.toArray()).orThrow());
    }

    private static <T> Asked<T> notTrusted(String detail) {
        return new Asked.NotGiven<>(new Refusal.NotTrusted(detail));
    }
}
