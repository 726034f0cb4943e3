package jp.madoguchi.kiosk.terms;

import java.time.Duration;

/**
 * Where a visit stands. A stage names its screen, its audit events and its log lines; {@link #patience()} is how long the
 * kiosk waits there in silence, counted from the last touch; then it warns a person, and at last the flow is told {@code TimeUp}.
 */
public enum Stage {
    /** Something the service needs is missing; the screen says what. */
    CLOSED(0),
    /** A document came that was validly signed and bound to something else: off until operators and staff have acted. */
    LATCHED(0),
    WELCOME(0),
    PLACE_CARD(90),
    READ_CARD(30, Waits.FOR_A_DEVICE),
    ENTER_PIN(90),
    /** The PIN goes to the card, and the card signs. */
    CHECK_PIN(45, Waits.FOR_A_DEVICE),
    /** The center is asked who this is and what can be had. */
    ASK_CENTER(60, Waits.FOR_A_DEVICE),
    TAKE_CARD(15, Waits.FOR_A_DEVICE),
    /** The card is looked at for the certificate check. */
    INSPECT_CARD(30, Waits.FOR_A_DEVICE),
    SHOW_CERTIFICATES(180),
    /** The signature password, which opens the signature certificate. */
    ENTER_PASSWORD(120),
    CHECK_PASSWORD(45, Waits.FOR_A_DEVICE),
    /** The PIN that is to hold from now on … */
    ENTER_NEW_PIN(90),
    /** … and the same once more, so that nobody is locked out by a slip of the finger. */
    REPEAT_NEW_PIN(90),
    /** The card is asked to take the new PIN for the old one: longer than any talk with it, for its answer alone tells which PIN holds. */
    CHANGE_PIN(150, Waits.FOR_A_DEVICE),
    /** The visit ends, and a slip is still with the printer: nobody else is served before it has come out, or will not. */
    PRINT_SLIP(0),
    CHOOSE_DOCUMENT(120),
    /** What is it for? */
    CHOOSE_PURPOSE(120),
    /** Which of what can be had is usually asked for then. */
    CHOOSE_FITTING(120),
    CHOOSE_OPTIONS(120),
    CONFIRM(120),
    /** The document is on its way and being verified; no money has been taken. */
    FETCH_DOCUMENT(150, Waits.FOR_A_DEVICE),
    /** The center is asked what the resident has applied for so far. */
    ASK_REGISTRATIONS(60, Waits.FOR_A_DEVICE),
    /** 本籍地利用登録: where the family register is (本籍) … */
    WRITE_DOMICILE(180),
    /** … and whose name stands first in it (筆頭者). */
    WRITE_HEAD(180),
    CONFIRM_REGISTRATION(180),
    /** The application is on its way. */
    FILE_REGISTRATION(60, Waits.FOR_A_DEVICE),
    /** Nobody answered: it is sent again as it was, when the resident says so. */
    REGISTRATION_UNANSWERED(120),
    /** How the application stands: filed now, or some time before. */
    REGISTRATION_FILED(120),
    /** The coin slot is being opened; a coin would still fall through. */
    OPEN_SLOT(30, Waits.FOR_A_DEVICE),
    PAY(150),
    /** Enough money is in; the slot is being shut and the last coins counted. */
    COUNT_MONEY(0),
    GIVE_CHANGE(0),
    PRINT(0),
    PRINT_RECEIPT(0),
    TAKE_PAPER(45),
    /** The visit failed or was cancelled: the slot is shut and the money given back. */
    RETURN_MONEY(0),
    /** What happened, what to do; until the resident, the card and the money are done with. */
    ENDED(30);

    /** How long a warning stands: long enough to read it and to reach the button (WCAG 2.2.1 asks for 20 s). */
    public static final Duration WARNING = Duration.ofSeconds(30);

    /** So many times as much silence for a person with an aid. */
    public static final int WITH_AN_AID = 2;

    /** Whom a stage waits for. */
    private enum Waits {
        FOR_A_PERSON,
        /** Or the center; or a card has been forgotten: no touch makes that quicker, and none may delay it. */
        FOR_A_DEVICE
    }

    private final Duration patience;
    private final Waits waits;

    Stage(int seconds) {
        this(seconds, Waits.FOR_A_PERSON);
    }

    Stage(int seconds, Waits waits) {
        this.patience = Duration.ofSeconds(seconds);
        this.waits = waits;
    }

    /** Whether its time is a person's, who is warned when it is nearly up, and may have more. */
    public boolean waitsForAPerson() {
        return waits == Waits.FOR_A_PERSON;
    }

    /** Zero where only the devices' own limits count. */
    public Duration patience() {
        return patience;
    }

    /** The same for a person, who has more of it with an aid. */
    public Duration patience(boolean aided) {
        return aided ? patience.multipliedBy(WITH_AN_AID) : patience;
    }

    /** From the last touch to the end of this stage, if nobody asks for more. */
    public Duration atMost() {
        return patience(true).plus(WARNING);
    }

    /** The name in templates, logs and addresses: {@code enter-pin}. */
    public String slug() {
        return Slug.of(this);
    }

    /** Whether nobody is being served. */
    public boolean idle() {
        return this == CLOSED || this == LATCHED || this == WELCOME;
    }
}
