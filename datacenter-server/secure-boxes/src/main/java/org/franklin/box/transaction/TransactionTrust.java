package org.franklin.box.transaction;

import org.franklin.box.key.VerifyingKey;
import org.franklin.box.statement.BoxSigned;
import org.franklin.box.statement.BoxVerifier;
import org.franklin.box.statement.Login;
import org.franklin.box.statement.Payment;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.mailer.MailerId;

import java.util.Optional;

/// Whom the transaction box believes: the authentication box for sign-ons, the payment processor
/// for payments.
final class TransactionTrust {

    private final Bytes cluster;
    private final BoxVerifier authentication;
    private final BoxVerifier processor;

    TransactionTrust(TransactionSeed seed) {
        cluster = seed.cluster();
        authentication = new BoxVerifier(VerifyingKey.of(seed.authenticationKey()).orElseThrow());
        processor = new BoxVerifier(VerifyingKey.of(seed.processorKey()).orElseThrow());
    }

    Bytes cluster() {
        return cluster;
    }

    Optional<Login> login(BoxSigned signed, MailerId mailer) {
        return authentication
                .open(Login.class, signed)
                .filter(login -> login.cluster().equals(cluster) && login.mailer().equals(mailer));
    }

    Optional<Payment> payment(BoxSigned signed, MailerId mailer) {
        return processor
                .open(Payment.class, signed)
                .filter(payment -> payment.mailer().equals(mailer));
    }
}
