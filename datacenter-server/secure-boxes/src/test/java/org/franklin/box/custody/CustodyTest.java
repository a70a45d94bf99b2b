package org.franklin.box.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.franklin.box.Damage;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.passphrase.Argon2Cost;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded.Malformed;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

class CustodyTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Presented NOTHING = new Presented.Nothing();

    private final Custodian custodian = new Custodian(RANDOM);
    private final SecretBytes sealKey = custodian.sealKey();

    @Test
    void aFileOpensByItself() {
        var custody = made(new Choice.InFile()).custody();
        assertOpens(custody, NOTHING);
        assertOpens(reread(custody), NOTHING);
    }

    @Test
    void aPassphraseOpensAndNoOtherDoes() {
        var custody = reread(made(passphrase("river stone lamp")).custody());

        assertOpens(custody, typed("river stone lamp"));
        assertRefused(new NotOpened.WrongPassphrase(), custody, typed("river stone lamq"));
        assertRefused(new NotOpened.WrongPassphrase(), custody, typed("River stone lamp"));
        assertRefused(new NotOpened.OtherCustody(custody.terms()), custody, NOTHING);
    }

    @Test
    void aPassphraseIsStretchedAtTheStoredCost() {
        var usual = new Choice.ByPassphrase(secret("river stone lamp"));
        var terms = (Terms.ByPassphrase) made(usual).custody().terms();

        assertEquals(new Argon2Cost(64 * 1024, 3, 1), terms.cost());
        assertNotEquals(terms, made(usual).custody().terms(), "a salt is used once");
    }

    @Test
    void anyEnoughCustodiansOpenAndAnyFewerDoNot() {
        for (int custodians = 2; custodians <= 5; custodians++) {
            for (int needed = 2; needed <= custodians; needed++) {
                var made = made(new Choice.ByShares(needed, custodians));
                for (int chosen = 0; chosen < 1 << custodians; chosen++) {
                    var present = chosen(made.shares(), chosen);
                    if (present.size() >= needed) {
                        assertOpens(made.custody(), new Presented.Shares(present));
                    } else {
                        assertRefused(
                                new NotOpened.TooFewShares(needed, present.size()),
                                made.custody(),
                                new Presented.Shares(present));
                    }
                }
            }
        }
    }

    @Test
    void theOrderOfCustodiansDoesNotMatter() {
        var made = made(new Choice.ByShares(3, 4));
        var shares = new ArrayList<>(made.shares());
        Collections.reverse(shares);
        assertOpens(reread(made.custody()), new Presented.Shares(shares));
    }

    @Test
    void theSameShareTwiceCountsOnce() {
        var made = made(new Choice.ByShares(2, 3));
        var first = made.shares().getFirst();
        assertRefused(
                new NotOpened.ShareTwice(1),
                made.custody(),
                new Presented.Shares(List.of(first, first)));
    }

    @Test
    void aShareOfAnotherInstallationIsKnown() {
        var ours = made(new Choice.ByShares(2, 3));
        var theirs = made(new Choice.ByShares(2, 3));
        assertRefused(
                new NotOpened.ShareOfAnotherInstallation(3),
                ours.custody(),
                new Presented.Shares(List.of(ours.shares().getFirst(), theirs.shares().get(2))));
    }

    @Test
    void aSwappedShareIsNamed() {
        var made = made(new Choice.ByShares(2, 3));
        var one = made.shares().get(0);
        var two = made.shares().get(1);
        // The words of custodian 1 under the number of custodian 2.
        var swapped = copy(two, two.issue(), one.value().copy());
        assertRefused(
                new NotOpened.ShareForged(2),
                made.custody(),
                new Presented.Shares(List.of(one, swapped)));
    }

    @Test
    void aForgedShareIsNamed() {
        var made = made(new Choice.ByShares(2, 3));
        var one = made.shares().getFirst();
        var forged = copy(one, one.issue(), SecretBytes.random(32, RANDOM));
        assertRefused(
                new NotOpened.ShareForged(1),
                made.custody(),
                new Presented.Shares(List.of(forged, made.shares().get(1))));
        var other = new Share(one.seal(), one.issue(), 1, 2, 4, one.value().copy());
        assertRefused(
                new NotOpened.ShareForged(1),
                made.custody(),
                new Presented.Shares(List.of(other, made.shares().get(1))));
    }

    /// The file's marks were forged along with the shares: the secret still fails to open the seal.
    @Test
    void sharesThatTheFileWasForgedForDoNotOpenIt() {
        var made = made(new Choice.ByShares(2, 2));
        var kept = made.custody().kept();
        var forged =
                made.shares().stream()
                        .map(share -> copy(share, 1, SecretBytes.random(32, RANDOM)))
                        .toList();
        var marks =
                forged.stream()
                        .map(share ->
                                ShareSet.mark(kept.seal(), 1, share.custodian(), share.value()))
                        .toList();
        var changed =
                new Custody(
                        new Kept(
                                kept.seal(),
                                1,
                                kept.check(),
                                new Terms.ByShares(2, marks),
                                kept.nonce(),
                                kept.key()));
        assertRefused(
                new NotOpened.SharesDoNotFit(), reread(changed), new Presented.Shares(forged));
    }

    @Test
    void sharesThatWereIssuedAnewOpenAndTheOldOnesDoNot() {
        var old = made(new Choice.ByShares(2, 3));
        var anew = anew(old.custody(), new Choice.ByShares(2, 3));

        assertOpens(anew.custody(), new Presented.Shares(anew.shares()));
        assertRefused(
                new NotOpened.ShareOfOlderIssue(1, 1, 2),
                anew.custody(),
                new Presented.Shares(old.shares()));
        assertRefused(
                new NotOpened.ShareOfOlderIssue(2, 1, 2),
                anew.custody(),
                new Presented.Shares(List.of(anew.shares().getFirst(), old.shares().get(1))));
    }

    @Test
    void anOldFileThatWasPutBackIsKnownByTheNewShares() {
        var old = made(new Choice.ByShares(2, 3));
        var anew = anew(old.custody(), new Choice.ByShares(2, 3));
        assertRefused(
                new NotOpened.ShareOfNewerIssue(1, 2, 1),
                old.custody(),
                new Presented.Shares(anew.shares()));
    }

    /// An old share that says that it is of the new issue.
    @Test
    void anOldShareUnderANewNumberIsForged() {
        var old = made(new Choice.ByShares(2, 3));
        var anew = anew(old.custody(), new Choice.ByShares(2, 3));
        var renamed = copy(old.shares().getFirst(), 2, old.shares().getFirst().value().copy());
        assertRefused(
                new NotOpened.ShareForged(1),
                anew.custody(),
                new Presented.Shares(List.of(renamed, anew.shares().get(1))));
    }

    @Test
    void theKeyStaysTheSameThroughEveryCustody() {
        var custody = made(new Choice.InFile()).custody();
        custody = anew(custody, passphrase("river stone lamp")).custody();
        assertOpens(custody, typed("river stone lamp"));
        custody = anew(custody, passphrase("a third of lamps")).custody();
        assertRefused(new NotOpened.WrongPassphrase(), custody, typed("river stone lamp"));
        var shared = anew(custody, new Choice.ByShares(2, 2));
        assertOpens(shared.custody(), new Presented.Shares(shared.shares()));
        custody = anew(shared.custody(), new Choice.InFile()).custody();
        assertOpens(custody, NOTHING);
        assertEquals(5, custody.issue());
    }

    @Test
    void noOtherKeyIsPutIntoAnInstallationsCustody() {
        var custody = made(new Choice.InFile()).custody();
        assertThrows(
                IllegalArgumentException.class,
                () -> custodian.anew(custody, custodian.sealKey(), new Choice.InFile()));
    }

    @Test
    void aDamagedFileIsToldFromAWrongSecret() {
        for (Choice choice : List.of(new Choice.InFile(), new Choice.ByShares(2, 3))) {
            var file = made(choice).custody().file();
            Damage.of(file).forEach(bad -> assertInstanceOf(Malformed.class, Custody.read(bad)));
            assertInstanceOf(Malformed.class, Custody.read(file.slice(0, 20)));
        }
    }

    /// Whoever changes the file on purpose also makes a new checksum.
    @Test
    void termsThatWereChangedOnPurposeDoNotOpen() {
        var made = made(passphrase("river stone lamp"));
        var kept = made.custody().kept();
        for (int issue : new int[] {2, 3}) {
            var changed =
                    new Kept(
                            kept.seal(),
                            issue,
                            kept.check(),
                            kept.terms(),
                            kept.nonce(),
                            kept.key());
            assertRefused(
                    new NotOpened.WrongPassphrase(),
                    reread(new Custody(changed)),
                    typed("river stone lamp"));
        }
        var plain = made(new Choice.InFile()).custody().kept();
        var otherKey = SecretBytes.take(new byte[32]);
        var forged =
                new Kept(plain.seal(), 1, plain.check(), plain.terms(), plain.nonce(), otherKey);
        assertRefused(new NotOpened.Changed(), reread(new Custody(forged)), NOTHING);
    }

    @Test
    void aSecretIsInNoFileAndInNoText() {
        String hex = sealKey.use(Bytes::of).hex();
        var byPassphrase = made(passphrase("river stone lamp")).custody();
        var shared = made(new Choice.ByShares(2, 3));

        assertFalse(byPassphrase.file().hex().contains(hex));
        assertFalse(shared.custody().file().hex().contains(hex));
        for (Share share : shared.shares()) {
            String value = share.value().use(Bytes::of).hex();
            assertFalse(shared.custody().file().hex().contains(value));
            assertEquals("share of custodian " + share.custodian(), share.toString());
        }
        var inFile = made(new Choice.InFile()).custody();
        assertEquals("Custody", inFile.toString());
        assertEquals("Kept", inFile.kept().toString());
        assertFalse(typed("river").toString().contains("river"));
    }

    @Test
    void nobodyOpensAlone() {
        assertThrows(IllegalArgumentException.class, () -> new Choice.ByShares(1, 3));
        assertThrows(IllegalArgumentException.class, () -> new Choice.ByShares(3, 2));
        assertThrows(IllegalArgumentException.class, () -> new Choice.ByShares(2, 17));
    }

    private Making.Made made(Choice choice) {
        return assertInstanceOf(Making.Made.class, custodian.first(sealKey, choice));
    }

    private Making.Made anew(Custody custody, Choice choice) {
        return assertInstanceOf(Making.Made.class, custodian.anew(custody, sealKey, choice));
    }

    private void assertOpens(Custody custody, Presented presented) {
        assertEquals(new Unsealed.Open(sealKey), custody.open(presented));
    }

    /// And nothing has changed by it.
    private static void assertRefused(NotOpened why, Custody custody, Presented presented) {
        var before = custody.file();
        assertEquals(new Unsealed.Refused(why), custody.open(presented));
        assertEquals(before, custody.file());
    }

    private static Custody reread(Custody custody) {
        return Custody.read(custody.file()).orThrow();
    }

    private static Share copy(Share share, int issue, SecretBytes value) {
        return new Share(
                share.seal(), issue, share.custodian(), share.needed(), share.custodians(), value);
    }

    private static List<Share> chosen(List<Share> all, int chosen) {
        var some = new ArrayList<Share>();
        for (int i = 0; i < all.size(); i++) {
            if ((chosen >> i & 1) == 1) {
                some.add(all.get(i));
            }
        }
        return some;
    }

    private static Choice passphrase(String text) {
        return new Choice.ByPassphrase(secret(text), Argon2Cost.FLOOR);
    }

    private static Presented typed(String text) {
        return new Presented.Passphrase(secret(text));
    }

    private static SecretBytes secret(String text) {
        return SecretBytes.take(text.getBytes(StandardCharsets.UTF_8));
    }
}
