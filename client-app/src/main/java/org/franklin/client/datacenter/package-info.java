/// The mailer's side of the data center (30): one desk that signs on, buys, refills and checks, and
/// says of every failure whether money was taken.
@NullMarked
package org.franklin.client.datacenter;

import org.jspecify.annotations.NullMarked;
