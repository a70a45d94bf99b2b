package org.franklin.house;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;

import java.util.List;
import java.util.stream.Stream;

/// One arrow of the house: who may know whom, and why.
///
/// An arrow is broken by its own `violation`, a few lines of Java. So a rule that a renamed package
/// has made empty is found, although many packages may still be empty when it is written.
record Arrow(String name, ArchRule rule, String violation) {

    static final String BOXES = "org.franklin.box..";
    static final String COMMUNICATION = "org.franklin.datacenter.communication..";
    static final String FUNCTION = "org.franklin.datacenter.function..";
    static final String DATABASE = "org.franklin.datacenter.database..";
    static final String KEY_MANAGEMENT = "org.franklin.datacenter.keymanagement..";

    /// The insiders of the drills: whatever a dishonest member of staff can reach, they reach.
    static final String DRILLS = "org.franklin.datacenter.drill..";

    static final String CONNECTION = "org.franklin.client.datacenter..";
    static final String PRINT = "org.franklin.client.print..";
    static final String MODEL = "org.franklin.model..";
    static final String WIRE = "org.franklin.model.wire..";

    Arrow(String name, ArchRule rule, String because, String violation) {
        this(name, rule.because(because).allowEmptyShould(true), violation);
    }

    static Stream<Arrow> all() {
        return Stream.of(
                        DataCenterArrows.ALL,
                        KeyArrows.ALL,
                        ClientArrows.ALL,
                        WindowArrows.ALL,
                        HouseArrows.ALL)
                .flatMap(List::stream);
    }

    @Override
    public String toString() {
        return name;
    }

    /// Members by their full names, as in `java.time.Instant.now()`, or by how these begin.
    static DescribedPredicate<JavaAccess<?>> to(String... members) {
        return DescribedPredicate.describe(
                "to " + String.join(", ", members),
                access ->
                        Stream.of(members).anyMatch(access.getTarget().getFullName()::startsWith));
    }
}
