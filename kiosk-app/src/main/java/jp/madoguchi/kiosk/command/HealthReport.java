package jp.madoguchi.kiosk.command;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import jp.madoguchi.devices.DeviceFailure;
import jp.madoguchi.devices.DeviceFailure.Words;
import jp.madoguchi.kiosk.health.AuditState;
import jp.madoguchi.kiosk.health.Health;
import jp.madoguchi.kiosk.health.PartHealth;
import jp.madoguchi.kiosk.health.ScreenText;
import jp.madoguchi.kiosk.terms.Japan;
import jp.madoguchi.kiosk.terms.Obstacle;
import jp.madoguchi.kiosk.terms.Part;

/**
 * Health in words, its times in Japan's.
 *
 * @param said in the reader's language
 */
record HealthReport(Health health, Function<Words, String> said) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /** The state, then each part with what it lacks and what to do, then what is used up, owed and ends. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(health.kiosk() + "  " + said.apply(health.state().words()) + since(health.since()));
        if (!health.stuck().isEmpty()) {
            lines.add(say("動いていない: ", "does not move: ") + String.join(", ", health.stuckInOrder()));
        }
        health.inOrder().forEach((part, how) -> addPart(lines, part, how));
        lines.add(say("用紙: ", "paper: ")
                + said.apply(health.paper().words())
                + say("　トナー: ", "   toner: ")
                + said.apply(health.toner().words()));
        lines.add(say("釣り銭: ", "change: ") + coins());
        lines.add(owed());
        lines.add(say("端末の証明書: あと", "certificate of the kiosk: ") + health.certificateDays() + say("日", " days left"));
        lines.add(audit());
        return lines;
    }

    private String audit() {
        AuditState audit = health.audit();
        String unsent = audit.handed().unsent() == 0
                ? ""
                : say("（センターに送っていない控え ", " (checkpoints not sent yet: ")
                        + audit.handed().unsent()
                        + say("件）", ")");
        return audit.written()
                ? say("監査の記録: 書けています、", "audit log: written, entry ") + audit.entry() + say("件目まで", "") + unsent
                : say(
                                "監査の記録: 書けません。ディスクの空きと持ち主を確かめてください。それまでの記録はメモリーにあります",
                                "audit log: cannot be written. Look at the disk's room and the folder's owner; entries wait in"
                                        + " memory")
                        + unsent;
    }

    private void addPart(List<String> lines, Part part, PartHealth how) {
        String name = said.apply(name(part));
        boolean device = part != Part.STAFF; // of people only what they have stopped is said
        if (device && how.ready() && how.failures().isEmpty()) {
            lines.add(name + ": " + say("使えます", "ready"));
        }
        for (Obstacle obstacle : how.obstaclesInOrder()) {
            String code = obstacle.code().isEmpty() ? "" : " [" + obstacle.code() + "]";
            lines.add(name + ": " + said.apply(ScreenText.what(obstacle)) + code + since(how.since()));
            lines.add("    " + said.apply(ScreenText.action(obstacle)));
        }
        for (DeviceFailure failure : how.failuresInOrder()) {
            if (how.obstacles().stream().noneMatch(obstacle -> obstacle.code().equals(failure.code()))) {
                lines.add(name + ": " + said.apply(failure.meaning()) + " [" + failure.code() + "]");
                lines.add("    " + said.apply(failure.action()));
            }
        }
    }

    private String coins() {
        List<String> each = new ArrayList<>();
        for (Map.Entry<Integer, Integer> coin : health.hoppers().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .toList()) {
            each.add(coin.getKey() + say("円×", " yen × ") + coin.getValue());
        }
        return String.join(", ", each);
    }

    private String owed() {
        int claims = health.owed().claims();
        if (claims == 0) {
            return say("未精算の申し出: なし", "open claims: none");
        }
        String uncertain = health.owed().uncertain() == 0
                ? ""
                : say("（うち金額の確認が要るもの ", " (to be counted first: ")
                        + health.owed().uncertain()
                        + say("件）", ")");
        return say("未精算の申し出: ", "open claims: ")
                + claims
                + say("件 ", ", ")
                + health.owed().yen()
                + say("円", " yen")
                + uncertain;
    }

    private String since(Instant instant) {
        return say("（", " (since ") + TIME.format(instant.atZone(Japan.TIME)) + say("から）", ")");
    }

    private String say(String ja, String en) {
        return said.apply(new Words(ja, en));
    }

    private static Words name(Part part) {
        return switch (part) {
            case CARD_READER -> new Words("カードの読み取り機", "card reader");
            case PRINTER -> new Words("プリンター", "printer");
            case CASH -> new Words("硬貨の機械", "cash unit");
            case CENTER -> new Words("証明書交付センター", "issuance center");
            case LEDGER -> new Words("記録", "ledger");
            case STAFF -> new Words("店員", "staff");
        };
    }
}
