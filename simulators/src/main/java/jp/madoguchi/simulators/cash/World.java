package jp.madoguchi.simulators.cash;

import java.util.Map;

/**
 * Where the money is, whatever the bus says of it. Amounts in yen.
 *
 * @param cashbox the coins ever taken
 * @param escrow the note that is neither stacked nor given back
 * @param tray what lies before the resident: handed back or paid out, and not taken yet
 * @param hoppers coins in each hopper, by ccTalk address
 */
public record World(int cashbox, int stacker, int escrow, int tray, Map<Integer, Integer> hoppers) {
    public World {
        hoppers = Map.copyOf(hoppers);
    }
}
