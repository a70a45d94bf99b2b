/// The durable outbox: every request that asks for money is in it before it is sent, and stays.
@NullMarked
package org.franklin.client.datacenter.outbox;

import org.jspecify.annotations.NullMarked;
