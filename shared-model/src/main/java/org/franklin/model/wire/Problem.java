package org.franklin.model.wire;

/// A problem document (RFC 9457), and what a mailer wants to know first: `charge`.
///
/// `type` is a path under the project's own problem namespace (see [ProblemType]); `detail` is a
/// sentence fit to show that says what to do; `instance` names the request in the logs.
public record Problem(
        String type, String title, int status, String detail, Charge charge, String instance) {

    /// Whether the request that failed took money.
    public enum Charge {
        NOT_CHARGED,
        CHARGED,
        CHECKING
    }

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(ProblemType type, String detail, String instance) {
        return new Problem(
                type.uri(), type.title(), type.status(), detail, type.charge(), instance);
    }
}
