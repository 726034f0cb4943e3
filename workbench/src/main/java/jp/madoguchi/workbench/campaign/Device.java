package jp.madoguchi.workbench.campaign;

/** A device whose wire can be struck. */
public enum Device {
    CARD,
    PRINTER,
    CASH
}
