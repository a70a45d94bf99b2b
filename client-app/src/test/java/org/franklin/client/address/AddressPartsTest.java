package org.franklin.client.address;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPartsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2140 SW Harbor St\nPortland, OR 97201",
                "Dana Whitfield\n2140 SW Harbor St\nPortland, OR 97201-4418",
                "Dana Whitfield\nWhitfield & Marsh\n2140 SW Harbor St\nPortland, OR 97201",
                "Dana Whitfield\n2140 SW Harbor St\nSuite 400\nPortland, OR 97201",
                "Dana Whitfield\nWhitfield & Marsh\n2140 SW Harbor St\n# 4\nPortland, OR 97201"
            })
    void blockAndFieldsSayTheSame(String block) {
        assertEquals(block, AddressParts.of(block).block());
    }

    @Test
    void eachPartFindsItsField() {
        assertEquals(
                new AddressParts(
                        "Dana Whitfield",
                        "",
                        "2140 SW Harbor St",
                        "Ste. 400",
                        "Portland",
                        "OR",
                        "97201"),
                AddressParts.of("Dana Whitfield\n2140 SW Harbor St\nSte. 400\nPortland OR 97201"));
    }

    @Test
    void whatIsNoAddressYetIsNotLost() {
        assertEquals("Dana Whitfield\n2140 SW", AddressParts.of("Dana Whitfield\n2140 SW").block());
        assertEquals("", AddressParts.of("").block());
        assertEquals(
                "Portland, OR", new AddressParts("", "", "", "", "Portland", "OR", "").block());
        assertEquals("97201", new AddressParts("", "", "", "", "", "", "97201").block());
    }

    @Test
    void moreLinesThanFieldsStandTogetherInTheLast() {
        assertEquals("a\nb\nc\nd e f", AddressParts.of("a\nb\nc\nd\ne\nf").block());
    }
}
