package jp.madoguchi.kiosk.terms;

/** Where something went that a resident had left behind and the store kept. */
public enum LeftItemGoal {
    OWNER,
    MUNICIPALITY,
    POLICE,
    /** Paper alone, cut up after the time for which it is kept. */
    DESTROYED
}
