package org.franklin.model.wire;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.mailer.UserName;

/// `POST /v1/sessions` (sealed for `SIGN_ON`), `POST /v1/devices` (for `ENROL`) and `POST
/// /v1/devices/recovery` (for `RECOVER`): a user name and [org.franklin.model.mailer.Credentials]
/// sealed to the authentication box.
public record SignOn(UserName user, Bytes credentials) {}
