package org.franklin.datacenter.function.ceremony;

import org.franklin.model.mailer.MailerId;
import org.franklin.model.meter.SerialNumber;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the names that boxes give the owners of records.
final class Owners {

    private static final Pattern METER = Pattern.compile("meter ([1-9][0-9]{0,6})");
    private static final Pattern ACCOUNT = Pattern.compile("account ([0-9a-f]{32})");

    private Owners() {}

    static Optional<SerialNumber> meter(String subject) {
        return named(METER, subject, digits -> new SerialNumber(Integer.parseInt(digits)));
    }

    static Optional<MailerId> account(String subject) {
        return named(ACCOUNT, subject, MailerId::new);
    }

    private static <K> Optional<K> named(Pattern form, String subject, Function<String, K> owner) {
        return Optional.of(form.matcher(subject))
                .filter(Matcher::matches)
                .map(found -> owner.apply(found.group(1)));
    }
}
