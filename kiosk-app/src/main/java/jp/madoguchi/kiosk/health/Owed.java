package jp.madoguchi.kiosk.health;

/**
 * The claims that nobody has settled yet.
 *
 * @param claims how many
 * @param yen what they come to, as far as it is known
 * @param uncertain how many of them people have to count before they settle them
 */
public record Owed(int claims, int yen, int uncertain) {
    public static final Owed NOTHING = new Owed(0, 0, 0);
}
