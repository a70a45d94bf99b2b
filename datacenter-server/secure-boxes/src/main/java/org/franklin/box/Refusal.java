package org.franklin.box;

import org.franklin.model.money.Postage;

import java.time.LocalDate;

/// Why a box says no to an honest or at least harmless request.
public sealed interface Refusal {

    /// The request or statement is not in its form, or is about something else.
    record Malformed(String reason) implements Refusal {}

    record DeviceNotEnrolled() implements Refusal {}

    record BadSignature() implements Refusal {}

    /// The device skipped numbers; `expected` is its next one.
    record SequenceGap(long expected) implements Refusal {}

    /// Another request took this number.
    record Conflict() implements Refusal {}

    record InsufficientFunds(Postage available) implements Refusal {}

    record WrongMailingDate(LocalDate earliest, LocalDate latest) implements Refusal {}

    /// The meter's certificate ends before the mailing date; the meter is to be recertified first.
    record CertificateEnds(LocalDate lastDay) implements Refusal {}

    /// A grant, voucher or payment is not the next one; `expected` is that one's number.
    record OutOfOrder(long expected) implements Refusal {}

    /// A grant is another mailer's, who signed up with this meter's number.
    record NotTheOwner() implements Refusal {}

    record TooManyDevices() implements Refusal {}

    /// The device to be removed is not at this meter, or no longer.
    record NoSuchDevice() implements Refusal {}

    /// A meter's last device cannot remove itself: nobody could ask for anything then.
    record LastDevice() implements Refusal {}

    /// The meter or account exists already.
    record AlreadyThere() implements Refusal {}
}
