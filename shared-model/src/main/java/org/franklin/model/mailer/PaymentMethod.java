package org.franklin.model.mailer;

/// How a mailer pays for refills. The sandbox knows two methods that pay and one that never does.
public enum PaymentMethod {
    SANDBOX_ACH("Specimen bank account"),
    SANDBOX_CARD("Specimen card"),
    SANDBOX_DECLINED("Specimen card that is declined");

    private final String title;

    PaymentMethod(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
