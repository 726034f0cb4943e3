package jp.madoguchi.kiosk.web;

/** Whether a request is meant for this machine. */
final class OwnHost {
    private OwnHost() {}

    /** A name of somebody else's that leads here is not ours: DNS can be made to say anything. */
    static boolean is(String host, int port) {
        return host.equals("127.0.0.1:" + port) || host.equals("localhost:" + port);
    }
}
