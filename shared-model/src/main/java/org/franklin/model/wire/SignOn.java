package org.franklin.model.wire;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.mailer.UserName;

/// `POST /v1/sessions` (sealed for `SIGN_ON`) and `POST /v1/devices` (sealed for `ENROL`): a user
/// name and [org.franklin.model.mailer.Credentials] sealed to the authentication box.
public record SignOn(UserName user, Bytes credentials) {}
