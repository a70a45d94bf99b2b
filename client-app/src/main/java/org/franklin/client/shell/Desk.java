package org.franklin.client.shell;

import org.franklin.client.datacenter.outcome.Asked;
import org.franklin.client.datacenter.outcome.Balance;

/// What the shell asks of the data center. Calls block; run them in the background.
public interface Desk {
    Asked<Balance> account();
}
