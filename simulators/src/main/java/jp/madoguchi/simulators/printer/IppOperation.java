package jp.madoguchi.simulators.printer;

import java.util.Arrays;
import java.util.Optional;

/** The operations this printer supports, with their operation-id (RFC 8011, 5.4.15). */
public enum IppOperation {
    PRINT_JOB(0x0002),
    VALIDATE_JOB(0x0004),
    CREATE_JOB(0x0005),
    SEND_DOCUMENT(0x0006),
    CANCEL_JOB(0x0008),
    GET_JOB_ATTRIBUTES(0x0009),
    GET_JOBS(0x000a),
    GET_PRINTER_ATTRIBUTES(0x000b);

    private final int code;

    IppOperation(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    static Optional<IppOperation> of(int code) {
        return Arrays.stream(values())
                .filter(operation -> operation.code == code)
                .findFirst();
    }
}
