package jp.madoguchi.devices.print.ipp;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Bytes of a document in the making: none of them stays behind here, neither when it grows nor when they are taken. One thread. */
class WipedBytes extends ByteArrayOutputStream {
    @Override
    public synchronized void write(int one) {
        makeRoom(1);
        super.write(one);
    }

    @Override
    public synchronized void write(byte[] from, int offset, int length) {
        makeRoom(length);
        super.write(from, offset, length);
    }

    private void makeRoom(int more) {
        if (count + more > buf.length) {
            byte[] small = buf;
            buf = Arrays.copyOf(small, Math.max(count + more, 2 * small.length));
            Arrays.fill(small, (byte) 0);
        }
    }

    /** All of them. They are the taker's to wipe. */
    synchronized byte[] taken() {
        byte[] taken = toByteArray();
        reset();
        return taken;
    }

    @Override
    public synchronized void reset() {
        Arrays.fill(buf, (byte) 0);
        super.reset();
    }
}
