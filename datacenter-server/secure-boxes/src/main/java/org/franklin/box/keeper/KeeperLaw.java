package org.franklin.box.keeper;

import org.franklin.box.key.VerifyingKey;
import org.franklin.model.canonical.Bytes;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Who can be keepers together: few people, of different names, with a key of her own each.
final class KeeperLaw {

    /// More are a mistake, not an office.
    private static final int MOST = 16;

    private KeeperLaw() {}

    /// A sentence that says who of them cannot be a keeper, and why; nothing where all can.
    static Optional<String> fault(List<Keeper> people) {
        if (people.size() > MOST) {
            return Optional.of("There are more than " + MOST + " keepers.");
        }
        var names = new HashSet<String>();
        var keys = new HashSet<Bytes>();
        for (Keeper keeper : people) {
            if (!Keepers.isName(keeper.name())) {
                return Optional.of(
                        "A keeper's name has 1 to 40 letters, digits, spaces, points and dashes.");
            }
            if (VerifyingKey.of(keeper.publicKey()).isEmpty()) {
                return Optional.of("The key of " + keeper.name() + " is not one of P-256.");
            }
            if (!names.add(keeper.name())) {
                return Optional.of(
                        "Two keepers are called "
                                + keeper.name()
                                + ". Give each a name of her own.");
            }
            if (!keys.add(keeper.publicKey())) {
                return Optional.of(
                        "The key of "
                                + keeper.name()
                                + " is named twice. Two keepers are two people with a key each.");
            }
        }
        return Optional.empty();
    }
}
