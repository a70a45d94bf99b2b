package org.franklin.client.address;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The states, territories and military destinations, by their two letters (Publication 28,
/// appendix B).
enum State {
    AL("Alabama"),
    AK("Alaska"),
    AS("American Samoa"),
    AZ("Arizona"),
    AR("Arkansas"),
    CA("California"),
    CO("Colorado"),
    CT("Connecticut"),
    DE("Delaware"),
    DC("District of Columbia"),
    FM("Micronesia"),
    FL("Florida"),
    GA("Georgia"),
    GU("Guam"),
    HI("Hawaii"),
    ID("Idaho"),
    IL("Illinois"),
    IN("Indiana"),
    IA("Iowa"),
    KS("Kansas"),
    KY("Kentucky"),
    LA("Louisiana"),
    ME("Maine"),
    MH("Marshall Islands"),
    MD("Maryland"),
    MA("Massachusetts"),
    MI("Michigan"),
    MN("Minnesota"),
    MS("Mississippi"),
    MO("Missouri"),
    MT("Montana"),
    NE("Nebraska"),
    NV("Nevada"),
    NH("New Hampshire"),
    NJ("New Jersey"),
    NM("New Mexico"),
    NY("New York"),
    NC("North Carolina"),
    ND("North Dakota"),
    MP("Northern Mariana Islands"),
    OH("Ohio"),
    OK("Oklahoma"),
    OR("Oregon"),
    PW("Palau"),
    PA("Pennsylvania"),
    PR("Puerto Rico"),
    RI("Rhode Island"),
    SC("South Carolina"),
    SD("South Dakota"),
    TN("Tennessee"),
    TX("Texas"),
    UT("Utah"),
    VT("Vermont"),
    VI("Virgin Islands"),
    VA("Virginia"),
    WA("Washington"),
    WV("West Virginia"),
    WI("Wisconsin"),
    WY("Wyoming"),
    AA("Armed Forces Americas"),
    AE("Armed Forces Europe"),
    AP("Armed Forces Pacific");

    /// The longest name, in words.
    static final int MOST_WORDS = 3;

    private static final Map<String, State> BY_NAME =
            Arrays.stream(values())
                    .collect(Collectors.toMap(state -> plain(state.title), Function.identity()));
    private static final Map<String, State> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(State::name, Function.identity()));

    private final String title;

    State(String title) {
        this.title = title;
    }

    /// Finds a state by its name or its letters, however they are written.
    static Optional<State> find(String words) {
        String plain = plain(words);
        return Optional.ofNullable(BY_CODE.get(plain))
                .or(() -> Optional.ofNullable(BY_NAME.get(plain)));
    }

    private static String plain(String words) {
        return words.replace(".", "").toUpperCase(Locale.ROOT);
    }
}
