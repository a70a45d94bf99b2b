package org.franklin.datacenter.communication;

import org.franklin.datacenter.function.account.ShowAccount;
import org.franklin.datacenter.function.account.ShowAccount.Result;
import org.franklin.datacenter.function.signon.Session;

/// `GET /v1/account`
final class AccountResource {

    private final ShowAccount function;

    AccountResource(ShowAccount function) {
        this.function = function;
    }

    Reply get(Session session) {
        return switch (function.show(session)) {
            case Result.Shown(var account) -> Reply.ok(account);
            case Result.Locked _ -> Refusals.locked();
            case Result.Unavailable _ -> Refusals.unavailable();
        };
    }
}
