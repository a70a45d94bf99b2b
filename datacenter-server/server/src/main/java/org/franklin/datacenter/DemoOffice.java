package org.franklin.datacenter;

import org.franklin.box.file.OwnFile;
import org.franklin.datacenter.database.mailer.MailerDatabase;
import org.franklin.datacenter.function.funds.RefillMeter;
import org.franklin.datacenter.function.keys.PublishedKeys;
import org.franklin.datacenter.function.signon.Session;
import org.franklin.datacenter.function.signon.SignUpMailer;
import org.franklin.datacenter.keymanagement.CredentialsSeal;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.mailer.Credentials;
import org.franklin.model.mailer.Credentials.Purpose;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.mailer.UserName;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Keys;
import org.franklin.model.wire.Refill;
import org.franklin.model.wire.SignUp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/// The mailer of a demo installation, "Franklin Demo Office": user name `demo`, a password in a
/// private file, a meter that was refilled once with $100.00 of specimen postage, and no device
/// yet.
///
/// It comes to be through the ordinary functions; there is no back door. Furnishing again changes
/// nothing, and finishes what was interrupted.
public final class DemoOffice {

    public static final UserName USER = new UserName("demo");
    public static final String BUSINESS = "Franklin Demo Office";
    private static final Postage FUNDS = Postage.ofDollars(100);
    private static final String PASSWORD_FILE = "demo-password.txt";
    private static final int PASSWORD_BYTES = 18;

    private final DataCenter dataCenter;
    private final SecureRandom random;

    public DemoOffice(DataCenter dataCenter, SecureRandom random) {
        this.dataCenter = dataCenter;
        this.random = random;
    }

    /// Where the password lies, on a line of its own.
    public Path passwordFile() {
        return dataCenter.folder().root().resolve(PASSWORD_FILE);
    }

    public void furnish() throws IOException {
        Session session = signUp(password());
        var id = "franklin demo " + session.mailer();
        var refill =
                new Refill(
                        UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)),
                        FUNDS,
                        PaymentMethod.SANDBOX_ACH);
        var refilled = dataCenter.functions().refills().refill(session, session.serial(), refill);
        if (!(refilled instanceof RefillMeter.Result.Refilled)) {
            throw unfurnished(refilled);
        }
    }

    /// Drawn and written before it is used, so that it is never lost.
    private Bytes password() throws IOException {
        Path file = passwordFile();
        if (!Files.exists(file)) {
            byte[] drawn = new byte[PASSWORD_BYTES];
            random.nextBytes(drawn);
            String text = Base64.getUrlEncoder().encodeToString(drawn) + "\n";
            OwnFile.create(file, text.getBytes(StandardCharsets.US_ASCII));
        }
        return Bytes.of(Files.readString(file).strip().getBytes(StandardCharsets.UTF_8));
    }

    private Session signUp(Bytes password) {
        var credentials = new Credentials(Purpose.SIGN_UP, USER, password, Bytes.EMPTY);
        var asked =
                new SignUp(
                        USER,
                        BUSINESS,
                        PaymentMethod.SANDBOX_ACH,
                        SignUp.AGREEMENT,
                        CredentialsSeal.seal(keys(), credentials, random));
        return switch (dataCenter.functions().signUp().signUp(asked)) {
            case SignUpMailer.Result.SignedUpWithoutDevice(var mailer, var serial) ->
                    new Session(mailer, serial);
            case SignUpMailer.Result.UserNameTaken _ -> found();
            case SignUpMailer.Result unfit -> throw unfurnished(unfit);
        };
    }

    private Session found() {
        return dataCenter
                .database()
                .read(in -> new MailerDatabase().find(in, USER))
                .map(stored -> new Session(stored.mailer(), stored.serial()))
                .orElseThrow(() -> new IllegalStateException("the demo's mailer is gone"));
    }

    private Keys keys() {
        return switch (dataCenter.functions().keys().keys()) {
            case PublishedKeys.Result.Published(var keys) -> keys;
            case PublishedKeys.Result.Unavailable unfit -> throw unfurnished(unfit);
        };
    }

    private static IllegalStateException unfurnished(Object unfit) {
        return new IllegalStateException(
                "the demo office cannot be furnished: " + unfit.getClass().getSimpleName());
    }
}
