package jp.madoguchi.simulators.cash;

import java.util.Optional;

/** The commands by which every device says what it is (part 3, 1.1 and 1.2: core and core plus). */
record Identity(String category, String product, int serial) {
    static final int SIMPLE_POLL = 254;
    static final int REQUEST_POLLING_PRIORITY = 249;

    Optional<Reply> answer(int header, byte[] data) {
        if (data.length != 0) {
            return Optional.empty();
        }
        return switch (header) {
            case SIMPLE_POLL -> Optional.of(Reply.ack());
            case REQUEST_POLLING_PRIORITY -> Optional.of(Reply.of(2, 20)); // units of 10 ms: poll every 200 ms
            case 246 -> Optional.of(Reply.of("MDG")); // manufacturer
            case 245 -> Optional.of(Reply.of(category));
            case 244 -> Optional.of(Reply.of(product));
            case 242 -> Optional.of(Reply.of24(serial));
            case 241 -> Optional.of(Reply.of("SIM-1.0")); // software revision
            case 192 -> Optional.of(Reply.of("Simulated")); // build code
            case 4 -> Optional.of(Reply.of(1, 4, 6)); // comms revision: level 1, specification 4.6
            default -> Optional.empty();
        };
    }
}
