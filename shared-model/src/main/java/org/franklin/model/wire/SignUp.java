package org.franklin.model.wire;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.mail.PrintedLine;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.mailer.UserName;

/// `POST /v1/mailers`: a new mailer, its first meter and its first device.
///
/// `credentials` are sealed to the authentication box ([org.franklin.model.mailer.Credentials],
/// purpose `SIGN_UP`, with the device's key). `agreement` is the version that the mailer agreed to.
public record SignUp(
        UserName user,
        String business,
        PaymentMethod paymentMethod,
        String agreement,
        Bytes credentials) {

    /// The agreement that this version of Franklin shows.
    public static final String AGREEMENT = "specimen-2026-11";

    private static final int LONGEST_NAME = 60;

    public SignUp {
        if (!PrintedLine.fits(business, LONGEST_NAME)) {
            throw new IllegalArgumentException("a business has a name of 1 to 60 characters");
        }
        if (!agreement.equals(AGREEMENT)) {
            throw new IllegalArgumentException("the agreement is " + AGREEMENT);
        }
    }
}
