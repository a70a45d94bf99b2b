package org.franklin.box.custody;

import org.franklin.box.custody.NotOpened.ShareForged;
import org.franklin.box.custody.NotOpened.ShareOfAnotherInstallation;
import org.franklin.box.custody.NotOpened.ShareOfNewerIssue;
import org.franklin.box.custody.NotOpened.ShareOfOlderIssue;
import org.franklin.box.custody.NotOpened.ShareTwice;
import org.franklin.box.custody.NotOpened.SharesDoNotFit;
import org.franklin.box.custody.NotOpened.TooFewShares;
import org.franklin.box.key.KeyPurpose;
import org.franklin.box.key.MasterKey;
import org.franklin.box.key.SecretBytes;
import org.franklin.model.canonical.Bytes;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/// The shares of one issue: which they are, and what they are together.
record ShareSet(Bytes seal, int issue, Terms.ByShares terms) {

    private static final int MARK_LENGTH = 16;

    /// The first thing that is wrong with the shares, in the order in which they were presented, or
    /// what `opening` makes of the secret that they share.
    Unsealed open(List<Share> shares, Function<SecretBytes, Unsealed> opening) {
        var seen = new HashSet<Integer>();
        var wrong =
                shares.stream()
                        .map(share -> wrong(share, seen))
                        .flatMap(Optional::stream)
                        .findFirst();
        if (wrong.isPresent()) {
            return new Unsealed.Refused(wrong.get());
        }
        if (shares.size() < terms.needed()) {
            return new Unsealed.Refused(new TooFewShares(terms.needed(), shares.size()));
        }
        var parts =
                shares.stream()
                        .limit(terms.needed())
                        .map(share -> new Shamir.Part(share.custodian(), share.value()))
                        .toList();
        try (var secret = Shamir.join(parts)) {
            return opening.apply(secret) instanceof Unsealed.Open open
                    ? open
                    : new Unsealed.Refused(new SharesDoNotFit());
        }
    }

    private Optional<NotOpened> wrong(Share share, Set<Integer> seen) {
        int custodian = share.custodian();
        if (!share.seal().equals(shortSeal(seal))) {
            return Optional.of(new ShareOfAnotherInstallation(custodian));
        }
        if (share.issue() < issue) {
            return Optional.of(new ShareOfOlderIssue(custodian, share.issue(), issue));
        }
        if (share.issue() > issue) {
            return Optional.of(new ShareOfNewerIssue(custodian, share.issue(), issue));
        }
        if (share.needed() != terms.needed()
                || share.custodians() != terms.custodians()
                || !mark(seal, issue, custodian, share.value())
                        .equals(terms.marks().get(custodian - 1))) {
            return Optional.of(new ShareForged(custodian));
        }
        return seen.add(custodian) ? Optional.empty() : Optional.of(new ShareTwice(custodian));
    }

    /// Shares of these parts, in the order of the custodians.
    static List<Share> of(Bytes seal, int issue, int needed, List<SecretBytes> parts) {
        return IntStream.rangeClosed(1, parts.size())
                .mapToObj(custodian ->
                        new Share(
                                shortSeal(seal),
                                issue,
                                custodian,
                                needed,
                                parts.size(),
                                parts.get(custodian - 1)))
                .toList();
    }

    /// What tells a share from any other, and nothing else of it, since nobody guesses 32 random
    /// bytes.
    static Bytes mark(Bytes seal, int issue, int custodian, SecretBytes value) {
        try (var mark =
                new MasterKey(value, seal)
                        .derive(
                                KeyPurpose.SEAL_CHECK,
                                "share " + custodian + " of issue " + issue,
                                0,
                                MARK_LENGTH)) {
            return mark.use(Bytes::of);
        }
    }

    private static Bytes shortSeal(Bytes seal) {
        return seal.slice(0, Share.SEAL_LENGTH);
    }
}
