package jp.madoguchi.workbench.campaign;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import jp.madoguchi.devices.cash.cctalk.SerialLine;

/** A serial line on which one ccTalk message can be struck. One thread, as the line. */
final class StruckLine implements SerialLine {
    private static final int HEADER = 3;

    private final SerialLine line;
    private final Aim aim;
    private final Runnable powerReset;

    private boolean deaf;
    private boolean cut;
    private int echoLeft;
    private boolean garbles;

    StruckLine(SerialLine line, Aim aim, Runnable powerReset) {
        this.line = line;
        this.aim = aim;
        this.powerReset = powerReset;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        Optional<Blow> blow = aim.next(Device.CASH, name(bytes));
        deaf = aim.silent();
        garbles = false;
        if (deaf) {
            return;
        }
        if (blow.isEmpty()) {
            line.write(bytes);
            return;
        }
        switch (blow.get()) {
            case CASH_REQUEST_LOST -> deaf = true;
            case CASH_REPLY_LOST -> {
                line.write(bytes);
                deaf = true;
            }
            case CASH_REPLY_GARBLED -> {
                line.write(bytes);
                echoLeft = bytes.length;
                garbles = true;
            }
            case CASH_LINE_CUT -> {
                line.close();
                throw new IOException("the line is cut");
            }
            case CASH_LINE_CUT_AFTER -> {
                line.write(bytes);
                cut = true;
            }
            default -> {
                powerReset.run();
                line.write(bytes);
            }
        }
    }

    /** {@code 229 to 2}: a header and who is asked. */
    static String name(byte[] frame) {
        return frame.length <= HEADER ? "noise" : (frame[HEADER] & 0xFF) + " to " + (frame[0] & 0xFF);
    }

    @Override
    public int read(byte[] into, Duration atMost) throws IOException {
        long end = System.nanoTime() + atMost.toNanos();
        if (cut) {
            int lost = line.read(into, atMost); // the device has had its time to act
            line.close();
            throw new IOException("the line is cut after " + lost + " bytes");
        }
        int count = line.read(into, atMost);
        while (deaf && count > 0) {
            count = line.read(into, Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        }
        int reply = Math.min(count, echoLeft);
        echoLeft -= reply;
        if (garbles && reply < count) {
            into[reply] ^= 0x10;
            garbles = false;
        }
        return count;
    }

    @Override
    public void close() {
        line.close();
    }
}
