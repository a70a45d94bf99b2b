package org.franklin.client;

import org.franklin.client.FranklinDesk.Beginning;
import org.franklin.client.datacenter.MailerFolder;
import org.franklin.client.datacenter.MailerFolder.Pinning;
import org.franklin.client.datacenter.PostageDesk;
import org.franklin.client.datacenter.connection.DataCenterIdentity;
import org.franklin.client.datacenter.connection.FirstContact;
import org.franklin.client.datacenter.connection.FirstContact.Seen;
import org.franklin.client.datacenter.connection.Timeouts;
import org.franklin.client.datacenter.draft.Draft;
import org.franklin.client.datacenter.draft.DraftId;
import org.franklin.client.datacenter.draft.Habits;
import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.draft.PieceId;
import org.franklin.client.datacenter.outcome.Asked;
import org.franklin.client.datacenter.outcome.Balance;
import org.franklin.client.datacenter.outcome.Funding;
import org.franklin.client.datacenter.outcome.KeptKeys;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.client.datacenter.outcome.Resumed;
import org.franklin.client.datacenter.outcome.SigningOn;
import org.franklin.client.datacenter.outcome.VerifiedStatement;
import org.franklin.client.print.room.PdfRoom;
import org.franklin.client.print.room.PrintRoom;
import org.franklin.client.print.room.Printers;
import org.franklin.client.signup.Announced;
import org.franklin.model.mail.MailClass;
import org.franklin.model.mail.Mailpiece;
import org.franklin.model.mail.RateCategory;
import org.franklin.model.mail.Weight;
import org.franklin.model.mail.ZipCode;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.mailer.UserName;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Quote;
import org.franklin.model.wire.Refill;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/// The desk in a mailer's folder: what the windows ask for goes to the postage desk there.
final class FolderDesk implements FranklinDesk {

    /// Letters cost the same wherever they go, so any ZIP code will do to ask for their price.
    private static final ZipCode ANYWHERE = new ZipCode("12207");

    private static final int LONGEST_PASSWORD = 1_024;

    private final Settings settings;
    private final Printers printers;
    private final Clock clock;
    private final SecureRandom random;
    private final AtomicReference<Optional<MailerFolder>> folder =
            new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<PostageDesk>> desk =
            new AtomicReference<>(Optional.empty());

    FolderDesk(Settings settings, Printers printers, Clock clock, SecureRandom random) {
        this.settings = settings;
        this.printers = printers;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Beginning begin() {
        return switch (MailerFolder.open(settings.folder(), clock, random)) {
            case MailerFolder.Opened.InUse(var whatToDo) -> new Beginning.Stopped(whatToDo);
            case MailerFolder.Opened.Unusable(var whatToDo) -> new Beginning.Stopped(whatToDo);
            case MailerFolder.Opened.Ready(var opened) -> {
                folder.set(Optional.of(opened));
                yield opened.pinned()
                        .map(identity -> known(opened, identity))
                        .orElseGet(() -> new Beginning.FirstRun(settings.announced()));
            }
        };
    }

    @Override
    public Seen look(URI url) {
        return new FirstContact(Timeouts.USUAL).look(url);
    }

    @Override
    public Pinning pin(DataCenterIdentity identity) {
        var opened = folder();
        var pinning = opened.pin(identity);
        if (pinning instanceof Pinning.Pinned) {
            openDesk(opened);
        }
        return pinning;
    }

    @Override
    public SigningOn signUp(UserName user, char[] password, String business, PaymentMethod method) {
        return desk().signUp(user, password, business, method);
    }

    @Override
    public SigningOn signOn(UserName user, char[] password) {
        return desk().signOn(user, password);
    }

    @Override
    public SigningOn enrol(UserName user, char[] password) {
        return desk().enrol(user, password);
    }

    @Override
    public SigningOn recover(UserName user, char[] password) {
        return desk().recover(user, password);
    }

    @Override
    public void signOff() {
        desk().signOff();
    }

    @Override
    public Asked<Balance> account() {
        return desk().account();
    }

    @Override
    public Asked<Postage> letterPrice() {
        var letter =
                new Mailpiece(
                        MailClass.FIRST_CLASS,
                        RateCategory.LETTER,
                        Weight.ofOunces(1),
                        List.of(),
                        ANYWHERE,
                        ANYWHERE,
                        LocalDate.now(clock));
        return switch (quote(List.of(letter))) {
            case Asked.Given<Quote>(var quote) -> new Asked.Given<>(quote.total());
            case Asked.NotGiven<Quote>(var why) -> new Asked.NotGiven<>(why);
        };
    }

    @Override
    public Asked<Quote> quote(List<Mailpiece> pieces) {
        return desk().quote(pieces);
    }

    @Override
    public Purchase buy(Draft draft, Runnable stored) {
        return desk().buy(draft, stored);
    }

    @Override
    public List<Purchase> recent(int most) {
        return desk().recent(most);
    }

    @Override
    public Purchase check(DraftId draft) {
        return desk().check(draft);
    }

    @Override
    public Funding refill(Refill refill) {
        return desk().refill(refill);
    }

    @Override
    public Funding checkRefill(UUID refill) {
        return desk().checkRefill(refill);
    }

    @Override
    public Resumed resume() {
        return desk().resume();
    }

    @Override
    public Optional<PaidPiece> markPrinted(PieceId piece, String where, String reason) {
        return desk().markPrinted(piece, where, reason);
    }

    @Override
    public List<PrintRoom> printRooms() {
        var rooms = new ArrayList<>(printers.found());
        rooms.add(new PdfRoom(settings.folder().resolve("printed")));
        return List.copyOf(rooms);
    }

    @Override
    public Habits habits() {
        return folder().habits();
    }

    @Override
    public void keep(Habits habits) {
        folder().keep(habits);
    }

    @Override
    public Optional<Instant> asked(DraftId draft) {
        return desk().asked(draft);
    }

    @Override
    public VerifiedStatement statement() {
        return desk().statement();
    }

    @Override
    public Optional<KeptKeys> keptKeys() {
        return desk().keptKeys();
    }

    @Override
    public void close() {
        desk.getAndSet(Optional.empty()).ifPresent(PostageDesk::close);
        folder.getAndSet(Optional.empty()).ifPresent(MailerFolder::close);
    }

    private Beginning known(MailerFolder opened, DataCenterIdentity identity) {
        openDesk(opened);
        var user = opened.lastUser();
        if (user.isEmpty()) {
            return new Beginning.FirstRun(new Announced.Kept(identity));
        }
        if (!settings.passwordFile().equals(Settings.ASK)
                && signOn(new UserName(user.get()), password())
                        instanceof SigningOn.Done(var session)) {
            return new Beginning.SignedOn(identity, session);
        }
        return new Beginning.SignOn(identity, user.get());
    }

    /// The first line of the password file; empty, and so refused, if there is none.
    private char[] password() {
        try {
            return Files.size(settings.passwordFile()) > LONGEST_PASSWORD
                    ? new char[0]
                    : Files.readString(settings.passwordFile())
                            .lines()
                            .findFirst()
                            .orElse("")
                            .toCharArray();
        } catch (IOException e) {
            return new char[0];
        }
    }

    private void openDesk(MailerFolder opened) {
        desk.getAndSet(Optional.of(new PostageDesk(opened, Timeouts.USUAL)))
                .ifPresent(PostageDesk::close);
    }

    private MailerFolder folder() {
        return folder.get().orElseThrow(() -> new IllegalStateException("no folder is open"));
    }

    private PostageDesk desk() {
        return desk.get().orElseThrow(() -> new IllegalStateException("no data center is pinned"));
    }
}
