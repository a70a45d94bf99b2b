package org.franklin.client.print;

import org.franklin.model.mail.Address;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/// An address as it is printed: up to 6 lines in capitals, each of at most 120 characters.
///
/// It is made from an address, or from lines as the mailer types them, which a preview shows before
/// the address is complete.
public record AddressBlock(List<String> lines) {

    private static final int MOST_LINES = 6;
    private static final int LONGEST_LINE = 120;

    public AddressBlock {
        lines =
                lines.stream()
                        .map(line -> Normalizer.normalize(line.strip(), Normalizer.Form.NFC))
                        .map(line -> line.toUpperCase(Locale.ROOT))
                        .filter(line -> !line.isEmpty())
                        .toList();
        if (lines.size() > MOST_LINES
                || lines.stream().anyMatch(line -> line.length() > LONGEST_LINE)) {
            throw new IllegalArgumentException(
                    "an address block has at most %d lines of %d characters"
                            .formatted(MOST_LINES, LONGEST_LINE));
        }
    }

    public static AddressBlock of(Address address) {
        return new AddressBlock(address.block());
    }
}
