/// The way to one data center (30): TLS 1.3 to a pinned authority, and answers that say whether a
/// request went out.
@NullMarked
package org.franklin.client.datacenter.connection;

import org.jspecify.annotations.NullMarked;
