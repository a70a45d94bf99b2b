package org.franklin.datacenter.function.postage;

import org.franklin.box.BoxUnreachable;
import org.franklin.box.Standing;
import org.franklin.datacenter.database.DatabaseFault;
import org.franklin.datacenter.database.journal.ChainTables;
import org.franklin.datacenter.function.funds.LostPayments;
import org.franklin.datacenter.function.funds.PaymentBook;
import org.franklin.datacenter.function.funds.RefillMeter;
import org.franklin.datacenter.function.records.Meters;
import org.franklin.datacenter.function.records.Stores;
import org.franklin.model.mailer.MailerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.function.Function;

/// Presents every record to its box and stores what the database lacks, so that a crash is repaired
/// without the client, and a restored backup is noticed (crash matrix, C6 and C13). Then it sends
/// refills on that did not arrive.
///
/// It goes through the tables once, a page at a time, beside the service; interrupting its thread
/// ends it early.
public final class Sweep implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    private static final int PAGE = 200;

    private final Stores stores;
    private final Meters meters;
    private final Refills refills;

    /// The refills that may be on their way, or lost.
    public record Refills(PaymentBook book, RefillMeter function, LostPayments lost) {}

    public Sweep(Stores stores, Meters meters, Refills refills) {
        this.stores = stores;
        this.meters = meters;
        this.refills = refills;
    }

    @Override
    public void run() {
        try {
            long unsound =
                    sweep(stores.mailers().accounts(), this::repair)
                            + sweep(stores.meters().records(), meters.steps()::repair);
            refills.book().waiting(PAGE).forEach(refills.function()::finish);
            LOG.atInfo().addKeyValue("unsound", unsound).log("swept");
        } catch (DatabaseFault | BoxUnreachable e) {
            // What it left is repaired when it is next asked for.
            LOG.atError().setCause(e).log("the sweep ended early");
        }
    }

    /// How many records are not the ones that their box wrote last, nor could be made so.
    private <K> long sweep(ChainTables<K> tables, Function<K, Standing> repair) {
        long unsound = 0;
        List<K> page = stores.database().read(in -> tables.firstOwners(in, PAGE));
        while (!page.isEmpty() && !Thread.currentThread().isInterrupted()) {
            unsound += page.stream().map(repair).filter(Sweep::isUnsound).count();
            K last = page.getLast();
            page = stores.database().read(in -> tables.ownersAfter(in, last, PAGE));
        }
        return unsound;
    }

    /// An account and, once it is sound, the payments that it has taken.
    private Standing repair(MailerId mailer) {
        var repaired = refills.lost().repair(mailer);
        if (repaired.account() == Standing.CURRENT && !repaired.bookIsWhole()) {
            LOG.atError().addKeyValue("mailer", mailer).log("a payment is lost");
        }
        return repaired.account();
    }

    private static boolean isUnsound(Standing standing) {
        return standing != Standing.CURRENT;
    }
}
