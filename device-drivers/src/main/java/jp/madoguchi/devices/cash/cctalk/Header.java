package jp.madoguchi.devices.cash.cctalk;

/** The commands spoken here, by their numbers and names in part 2 of the specification. */
final class Header {
    static final int REPLY = 0;
    static final int NAK = 5;
    static final int BUSY = 6;
    static final int MODIFY_BILL_OPERATING_MODE = 153;
    static final int ROUTE_BILL = 154;
    static final int REQUEST_COUNTRY_SCALING_FACTOR = 156;
    static final int REQUEST_BILL_ID = 157;
    static final int READ_BUFFERED_BILL_EVENTS = 159;
    static final int TEST_HOPPER = 163;
    static final int ENABLE_HOPPER = 164;
    static final int REQUEST_HOPPER_STATUS = 166;
    static final int DISPENSE_HOPPER_COINS = 167;
    static final int REQUEST_HOPPER_DISPENSE_COUNT = 168;
    static final int EMERGENCY_STOP = 172;
    static final int REQUEST_COIN_ID = 184;
    static final int REQUEST_PAYOUT_HIGH_LOW_STATUS = 217;
    static final int REQUEST_MASTER_INHIBIT_STATUS = 227;
    static final int MODIFY_MASTER_INHIBIT_STATUS = 228;
    static final int READ_BUFFERED_CREDIT = 229;
    static final int MODIFY_INHIBIT_STATUS = 231;
    static final int PERFORM_SELF_CHECK = 232;
    static final int REQUEST_SERIAL_NUMBER = 242;
    static final int REQUEST_EQUIPMENT_CATEGORY = 245;
    static final int SIMPLE_POLL = 254;

    private Header() {}
}
