package org.franklin.datacenter.keymanagement.custody;

import org.franklin.box.custody.Share;
import org.franklin.box.custody.ShareWords;

import java.io.PrintWriter;
import java.util.List;

/// Shares on paper, or on a screen: numbered lines of words under the custodian's number.
public final class PrintedShares {

    private static final int WORDS_IN_A_LINE = 5;

    private PrintedShares() {}

    /// Nothing where there are none.
    public static void print(List<Share> shares, PrintWriter out) {
        if (shares.isEmpty()) {
            return;
        }
        out.println(
                "Shares, printed this once and kept nowhere. Each is for one custodian's eyes;"
                        + " lines with # need");
        out.println("not be kept.");
        for (Share share : shares) {
            out.println();
            print(share, out);
        }
        out.println();
        out.flush();
    }

    private static void print(Share share, PrintWriter out) {
        out.println(
                "# Custodian "
                        + share.custodian()
                        + " of "
                        + share.custodians()
                        + "; any "
                        + share.needed()
                        + " open the boxes; installation "
                        + share.seal().hex()
                        + ", issue "
                        + share.issue());
        // Word by word, so that no string is made of a share.
        var words = ShareWords.of(share);
        for (int i = 0; i < words.size(); i++) {
            if (i % WORDS_IN_A_LINE == 0) {
                out.print("  ");
                out.print(i / WORDS_IN_A_LINE + 1);
                out.print(" ");
            }
            out.print(" ");
            out.print(words.get(i));
            if (i % WORDS_IN_A_LINE == WORDS_IN_A_LINE - 1) {
                out.println();
            }
        }
    }
}
