package jp.madoguchi.workbench.attack;

import java.nio.charset.StandardCharsets;

/** What is answered to a request: a status and a body of JSON. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Answer(int status, byte[] body) {
    Answer(int status, String json) {
        this(status, json.getBytes(StandardCharsets.UTF_8));
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
