package org.franklin.client.print;

import org.franklin.model.mail.Address;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/// An address as it is printed: lines in capitals, none of them empty.
///
/// It is made from an address, or from lines as the mailer types them, which a preview shows before
/// the address is complete. It may be too long for any stock: that is for the layout to say.
public record AddressBlock(List<String> lines) {

    public AddressBlock {
        lines =
                lines.stream()
                        .map(line -> Normalizer.normalize(line.strip(), Normalizer.Form.NFC))
                        .map(line -> line.toUpperCase(Locale.ROOT))
                        .filter(line -> !line.isEmpty())
                        .toList();
    }

    public static AddressBlock of(Address address) {
        return new AddressBlock(address.block());
    }
}
