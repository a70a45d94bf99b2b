package org.franklin.client.signup;

/// What the main button of the open step does next, or waits for.
enum Press {
    LOOK,
    LOOKING,
    /// The tick is missing.
    COMPARE,
    KEEP,
    /// A field is missing.
    FILL_IN,
    CONTINUE,
    ENROL,
    ENROLLING,
    /// The tick is missing.
    AGREE,
    SIGN_UP,
    SIGNING_UP
}
