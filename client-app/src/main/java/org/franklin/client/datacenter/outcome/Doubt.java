package org.franklin.client.datacenter.outcome;

/// Why the outcome of a request is not known yet. The request stays in the outbox, and its amount
/// is set aside.
public enum Doubt {
    NO_ANSWER("Franklin asks again with the same request, so you cannot be charged twice."),
    NOT_DONE("The data center has your request and is not done with it."),
    OFFLINE("This computer is offline. Franklin asks again when the network is back."),
    SIGNED_OUT("You were signed out. Sign on, and Franklin asks again with the same request."),
    NOT_TRUSTED("Whoever answers is not proven to be your data center. Franklin keeps asking."),
    REFUSED_LATER("The request was refused when asked again; its first sending is being cleared."),
    NOT_BELIEVED("The answer does not prove itself. It is kept as evidence; call the data center.");

    private final String sentence;

    Doubt(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
