package jp.madoguchi.simulators.center;

import java.io.IOException;

/** A body or file is not what its description says. The message names the member, never its value. */
final class Malformed extends IOException {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
        super(message);
    }
}
