package org.franklin.client.home;

import org.franklin.model.money.Postage;

/// How many letters of one ounce the balance is enough for.
public sealed interface Letters {

    record Unknown() implements Letters {}

    record Known(long count, Postage price) implements Letters {}
}
