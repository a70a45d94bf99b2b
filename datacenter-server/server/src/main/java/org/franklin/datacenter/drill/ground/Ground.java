package org.franklin.datacenter.drill.ground;

import org.franklin.box.key.SecretBytes;
import org.franklin.datacenter.keymanagement.OpenBox;
import org.franklin.model.indicium.IndiciumVerifier;
import org.franklin.model.meter.DeviceSigned;
import org.franklin.model.meter.MeterRequest.Dispense;
import org.franklin.model.meter.Receipt;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Keys;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// The ground of one drill: its own copy of the [Base], with a data center that runs on it, two
/// mailers, and an administrator.
public final class Ground implements AutoCloseable {

    /// The office's and the neighbour's.
    private static final int METERS = 2;

    private final Path work;
    private final Path folder;
    private final SecretBytes sealKey;
    private final DrillClock clock;
    private final SecureRandom random;
    private final Purse purse = new Purse();
    private final Mailer office;
    private final Mailer laptop;
    private final Mailer neighbour;
    private Optional<Center> center = Optional.empty();
    private Keys keys;
    private Books books;

    private Ground(Base base, Path work, Path folder, DrillClock clock, SecureRandom random)
            throws IOException {
        this.work = work;
        this.folder = folder;
        this.sealKey = base.sealKey();
        this.clock = clock;
        this.random = random;
        office = new Mailer(base.office(), purse);
        laptop = new Mailer(base.officeLaptop(), purse);
        neighbour = new Mailer(base.neighbour(), purse);
        books = new Books(base.spent().plus(base.left()), base.spent(), base.left());
        purse.pay(books.paid());
        center = Optional.of(startAt(folder));
        keys = center().keys();
    }

    /// `work` is a folder that is not there yet; it goes when the ground is closed.
    public static Ground of(Base base, Path work, Clock truth, SecureRandom random)
            throws IOException {
        Path folder = work.resolve("center");
        Folders.copy(base.folder(), folder);
        return new Ground(base, work, folder, new DrillClock(truth), random);
    }

    public Path folder() {
        return folder;
    }

    /// A path for a backup or a clone, in a folder of this ground.
    public Path aside(String name) {
        return work.resolve(name);
    }

    public DrillClock clock() {
        return clock;
    }

    public SecureRandom random() {
        return random;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    public Administrator administrator() {
        return new Administrator(folder);
    }

    public Purse purse() {
        return purse;
    }

    /// The demo office at its desk.
    public Mailer office() {
        return office;
    }

    /// The demo office at its second computer.
    public Mailer laptop() {
        return laptop;
    }

    public Mailer neighbour() {
        return neighbour;
    }

    /// The data center, which must run.
    public Center center() {
        return center.orElseThrow(() -> new IllegalStateException("the data center is closed"));
    }

    /// A mailer's next request for one letter, signed.
    public DeviceSigned letter(Mailer mailer) {
        return mailer.key().sign(order(mailer, 1));
    }

    public Dispense order(Mailer mailer, int count) {
        return mailer.order(center(), today(), count);
    }

    /// Ends the data center as Ctrl-C does.
    public void stop() {
        center.ifPresent(running -> {
            keys = running.keys();
            read(running).ifPresent(read -> books = read);
            running.close();
        });
        center = Optional.empty();
    }

    public Center start() throws IOException {
        center = Optional.of(startAt(folder));
        return center();
    }

    /// Another data center on another folder, as a thief of a copy runs it.
    public Center startAt(Path other) throws IOException {
        return Center.open(other, sealKey, OpenBox.Purpose.SERVICE, clock, random);
    }

    /// The same folder, which nobody serves, as the keepers' commands open it.
    public Center openForCeremony() throws IOException {
        return Center.open(folder, sealKey, OpenBox.Purpose.CEREMONY, clock, random);
    }

    public IndiciumVerifier verifier() {
        center.ifPresent(running -> keys = running.keys());
        return new IndiciumVerifier(keys.verificationKeys().orThrow());
    }

    /// What the boxes remember; where they do not open, what they remembered last.
    public Books books() {
        center.flatMap(this::read).ifPresent(read -> books = read);
        return new Books(purse.paid(), books.ascending(), books.descending());
    }

    private Optional<Books> read(Center running) {
        var one = running.remembered(office.serial(), laptop.seat().device().number());
        var other = running.remembered(neighbour.serial(), 1);
        return one.flatMap(first -> other.map(second -> sum(first, second)));
    }

    private Books sum(Receipt first, Receipt second) {
        return new Books(
                purse.paid(),
                first.registers().ascending().plus(second.registers().ascending()),
                first.registers().descending().plus(second.registers().descending()));
    }

    /// What the mailers have, in symbols and in their meters, over what they paid; in mills, and
    /// negative where postage was lost. `spentBefore` was spent before any symbol was counted.
    public long extra(Postage spentBefore) {
        return purse.worth(verifier()).mills()
                + spentBefore.mills()
                + books().descending().mills()
                - purse.paid().mills();
    }

    @Override
    public void close() {
        center.ifPresent(Center::close);
        center = Optional.empty();
        Folders.delete(work);
    }

    /// Whether a meter or a box is locked, or a meter's record is gone; a data center that does not
    /// open has nothing that a ceremony could put right.
    public boolean isHurt() {
        return center.filter(running -> running.isLocked() || administrator().meters() < METERS)
                .isPresent();
    }

    /// Why boxes serve nobody, a sentence for each.
    public List<String> faults() {
        return center().faults();
    }
}
