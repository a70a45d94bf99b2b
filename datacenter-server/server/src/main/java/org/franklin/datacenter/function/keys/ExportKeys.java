package org.franklin.datacenter.function.keys;

import org.franklin.box.BoxPort;
import org.franklin.box.steel.SteelBoxAnswer;
import org.franklin.box.steel.SteelBoxRequest;
import org.franklin.datacenter.function.records.OtherAnswer;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.indicium.KeyListing;
import org.franklin.model.wire.Keys;
import org.franklin.model.wire.published.KeyFile;

import java.util.List;

/// Has the steel box sign all published certificates, for verifiers that have no network.
///
/// The root vouches for each certificate by that certificate's own signature; for the list it
/// vouches that this data center gave it so, and when. A certificate that the database's
/// administrator hid is not in it: then its meter's indicia do not verify, and the mailer
/// complains.
public final class ExportKeys {

    public sealed interface Result {
        record Exported(KeyFile file) implements Result {}

        /// The steel box or the database is out of service; a sentence fit to show.
        record Unavailable(String sentence) implements Result {}
    }

    private final PublishedKeys keys;
    private final BoxPort<SteelBoxRequest, SteelBoxAnswer> steel;

    public ExportKeys(PublishedKeys keys, BoxPort<SteelBoxRequest, SteelBoxAnswer> steel) {
        this.keys = keys;
        this.steel = steel;
    }

    public Result export() {
        return switch (keys.keys()) {
            case PublishedKeys.Result.Published(var published) -> attested(published);
            case PublishedKeys.Result.Unavailable _ ->
                    new Result.Unavailable("The database cannot be read.");
        };
    }

    private Result attested(Keys published) {
        List<Bytes> certificates = published.certificates();
        var request =
                new SteelBoxRequest.Attest(certificates.size(), KeyListing.hash(certificates));
        return switch (steel.call(request)) {
            case SteelBoxAnswer.Attested(var listing, var signature) ->
                    new Result.Exported(
                            KeyFile.of(listing, published.root(), certificates, signature));
            case SteelBoxAnswer.OutOfService(var reason) ->
                    new Result.Unavailable("The steel box is out of service: " + reason + ".");
            case SteelBoxAnswer.Made _, SteelBoxAnswer.Certified _ ->
                    throw new OtherAnswer("steel box");
        };
    }
}
