package org.franklin.client.signup;

/// The steps of the first run, in order.
public enum Step {
    DATA_CENTER,
    ACCOUNT,
    AGREEMENT,
    FUNDS
}
