package jp.madoguchi.simulators.card;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A chip card in the hand of a resident: power on, bytes in, bytes out. What it answers is written in {@link CardProgram};
 * here is its power, the log of what was asked, and the faults that were scripted.
 *
 * <p>Thread-safe, but commands come from one reader, one after another. {@link #powerOff} from another thread stands for
 * the hand that takes the card away in the middle of a command.
 */
public final class JpkiCard {
    private static final int LOG_LENGTH = 1000;

    private final byte[] atr;
    private final CardProgram program;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition powerChanged = lock.newCondition();
    private final Deque<String> log = new ArrayDeque<>();

    private boolean powered;
    private int lives;
    private int sincePowerUp;
    private int sinceScript;
    private int muteFor;
    private List<Fault> script = List.of();

    JpkiCard(byte[] atr, CardProgram program) {
        this.atr = atr.clone();
        this.program = program;
    }

    /**
     * The card whose files lie in a directory that {@link CardIssuer#prepare} made (or that has the same shape). Its
     * tries are written back there.
     *
     * @throws IOException with one line that names the file
     */
    public static JpkiCard load(Path directory) throws IOException {
        return CardDirectory.load(directory);
    }

    /** Powers the chip up, or resets it when it has power: nothing is selected or verified. Empty: it stays mute. */
    public Optional<byte[]> powerOn() {
        lock.lock();
        try {
            end();
            if (muteFor > 0) {
                muteFor--;
                return Optional.empty();
            }
            powered = true;
            sincePowerUp = 0;
            return Optional.of(atr.clone());
        } finally {
            lock.unlock();
        }
    }

    /** Takes the power away; a command under way stays without an answer. */
    public void powerOff() {
        lock.lock();
        try {
            end();
        } finally {
            lock.unlock();
        }
    }

    /** One command. Empty: the card left before its answer was read, or has no power. */
    public Optional<byte[]> transmit(byte[] command) {
        lock.lock();
        try {
            if (!powered) {
                return Optional.empty();
            }
            record(command);
            sincePowerUp++;
            sinceScript++;
            return carryOut(command, new Fault.Moment(sinceScript, sincePowerUp, instruction(command), command.length));
        } finally {
            lock.unlock();
        }
    }

    /** Replaces the scripted faults; without an argument there are none. Commands are counted anew from here. */
    public void script(Fault... faults) {
        lock.lock();
        try {
            script = List.of(faults);
            sinceScript = 0;
            muteFor = script.stream()
                    .mapToInt(fault -> fault instanceof Fault.Mute mute ? mute.powerUps() : 0)
                    .sum();
        } finally {
            lock.unlock();
        }
    }

    /**
     * What the chip itself knows of the tries of a PIN or password of the JPKI application, 0018 or 001B; empty when it has
     * none. No command is sent.
     */
    public OptionalInt triesLeft(int fileId) {
        lock.lock();
        try {
            return program.triesLeft(fileId);
        } finally {
            lock.unlock();
        }
    }

    /** The last 1000 commands in hex, oldest first. The data of PIN commands reads {@code **} for each byte. */
    public List<String> commands() {
        lock.lock();
        try {
            return List.copyOf(log);
        } finally {
            lock.unlock();
        }
    }

    public void clearCommands() {
        lock.lock();
        try {
            log.clear();
        } finally {
            lock.unlock();
        }
    }

    private Optional<byte[]> carryOut(byte[] command, Fault.Moment moment) {
        int life = lives;
        boolean answerLost = false;
        long since = System.nanoTime();
        Duration paced = Duration.ZERO;
        for (Fault fault : script) {
            if (fault instanceof Fault.Slow slow && slow.when().meets(moment)) {
                await(slow.delay(), life);
            } else if (fault instanceof Fault.Torn torn && torn.when().meets(moment)) {
                end();
            } else if (fault instanceof Fault.Answers answers && answers.when().meets(moment)) {
                return Optional.of(answers.bytes());
            } else if (fault instanceof Fault.AnswerLost lost && lost.when().meets(moment)) {
                answerLost = true;
            } else if (fault instanceof Fault.Paced pace && pace.when().meets(moment)) {
                paced = pace.duration();
            }
            if (life != lives) {
                return Optional.empty();
            }
        }
        byte[] answer = program.answer(command);
        await(paced.minusNanos(System.nanoTime() - since), life);
        if (life != lives) {
            return Optional.empty();
        }
        if (answerLost) {
            end();
            return Optional.empty();
        }
        return Optional.of(answer);
    }

    private void end() {
        powered = false;
        lives++;
        program.restart();
        powerChanged.signalAll();
    }

    private void await(Duration delay, int life) {
        long nanos = delay.toNanos();
        try {
            while (nanos > 0 && life == lives) {
                nanos = powerChanged.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the reader is being stopped: answer at once
        }
    }

    private void record(byte[] command) {
        if (log.size() == LOG_LENGTH) {
            log.removeFirst();
        }
        log.addLast(describe(command));
    }

    private static int instruction(byte[] command) {
        return command.length > 1 ? command[1] & 0xff : 0;
    }

    /** VERIFY (20, 21), CHANGE (24, 25) and RESET RETRY COUNTER (2C, 2D) carry secrets, also when they are malformed. */
    private static String describe(byte[] command) {
        HexFormat hex = HexFormat.of().withUpperCase();
        int ins = instruction(command) & 0xFE;
        boolean secret = ins == 0x20 || ins == 0x24 || ins == 0x2C;
        if (!secret || command.length <= 5) {
            return hex.formatHex(command);
        }
        return hex.formatHex(command, 0, 5) + "**".repeat(command.length - 5);
    }
}
