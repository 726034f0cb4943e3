package jp.madoguchi.kiosk.act;

import jp.madoguchi.devices.cash.CashUnit;
import jp.madoguchi.devices.cash.CashWitness;

/** Makes the cash unit with the witness that is told of its coins. */
@FunctionalInterface
public interface CashUnitMaker {
    CashUnit make(CashWitness witness);
}
