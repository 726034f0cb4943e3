package jp.madoguchi.simulators.card;

/** What a card does with a short EF identifier, the last five bits of a file id. Cards in the field are not all alike. */
enum ShortIds {
    ALL,
    /** Every command with one is refused for its P1-P2. */
    NONE,
    /** Reading takes them, VERIFY and SIGN do not. */
    READ,
    /** The question for the tries takes them too; a VERIFY with a PIN and SIGN do not. */
    QUERY,
    /** Each names the file with the next higher id that there is. */
    LYING;

    boolean read() {
        return this != NONE;
    }

    boolean query() {
        return read() && this != READ;
    }

    boolean secret() {
        return this == ALL || this == LYING;
    }
}
