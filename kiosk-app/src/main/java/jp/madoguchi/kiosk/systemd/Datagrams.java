package jp.madoguchi.kiosk.systemd;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * A UNIX datagram socket that only sends, which JDK 17 has not. Linux, with the numbers that it has on amd64 and arm64. Never
 * waits: what is not taken at once is not sent. Any thread.
 */
final class Datagrams {
    private static final int AF_UNIX = 1;
    private static final int SOCK_DGRAM = 2;
    private static final int SOCK_NONBLOCK = 0x800;
    private static final int SOCK_CLOEXEC = 0x80000;
    private static final int MSG_NOSIGNAL = 0x4000;

    /** Of {@code sun_path}. */
    private static final int LONGEST_ADDRESS = 108;

    private final int socket;
    private final byte[] address;

    private Datagrams(int socket, byte[] address) {
        this.socket = socket;
        this.address = address;
    }

    /**
     * To the socket at {@code address}: a path, or a name after an {@code @} (unix(7), abstract). Empty when there can be no such
     * socket, or when the native library cannot be used here. Open for as long as the program runs.
     */
    static Optional<Datagrams> to(String address) {
        Optional<byte[]> encoded = encoded(address);
        if (encoded.isEmpty()) {
            return Optional.empty();
        }
        try {
            int socket = LibC.socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
            return Optional.of(new Datagrams(socket, encoded.get()));
        } catch (LastErrorException | LinkageError unavailable) {
            return Optional.empty();
        }
    }

    /** {@code struct sockaddr_un}. */
    private static Optional<byte[]> encoded(String address) {
        byte[] path = address.getBytes(UTF_8);
        boolean named = address.startsWith("@");
        if (path.length < 2 || path.length >= LONGEST_ADDRESS || !(named || address.startsWith("/"))) {
            return Optional.empty();
        }
        if (named) {
            path[0] = 0;
        }
        return Optional.of(ByteBuffer.allocate(Short.BYTES + path.length + (named ? 0 : 1))
                .order(ByteOrder.nativeOrder())
                .putShort((short) AF_UNIX)
                .put(path)
                .array());
    }

    /** Whether all of it was taken, as one datagram. */
    boolean send(byte[] content) {
        try {
            return LibC.sendto(socket, content, new NativeLong(content.length), MSG_NOSIGNAL, address, address.length)
                            .intValue()
                    == content.length;
        } catch (LastErrorException refused) { // nobody is there, or it is full
            return false;
        }
    }

    /** Of the C library. */
    private static final class LibC {
        static {
            Native.register("c");
        }

        private LibC() {}

        static native int socket(int domain, int type, int protocol) throws LastErrorException;

        static native NativeLong sendto(
                int socket, byte[] content, NativeLong length, int flags, byte[] address, int addressLength)
                throws LastErrorException;
    }
}
