package jp.madoguchi.simulators.center;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** The lines that {@code simulate center} obeys while it runs, each answered with one line. */
final class CenterConsole {
    private static final String KNOWN =
            "cut, restore, delay MS, close TEXT, open, maintain FROM UNTIL TEXT, validity both|crl|none,"
                    + " signer announce|change|retire, kiosk announce, registrations answer, outcomes, quit";

    private final CenterSimulator center;

    CenterConsole(CenterSimulator center) {
        this.center = center;
    }

    String obey(String word, String rest) {
        CenterFaults faults = center.faults();
        switch (word) {
            case "cut" -> faults.cut();
            case "restore" -> {
                try {
                    faults.restore();
                } catch (IOException e) {
                    return "the port is taken: " + e.getMessage();
                }
            }
            case "delay" -> {
                if (!rest.matches("[0-9]{1,7}")) {
                    return "delay wants milliseconds";
                }
                faults.delay(Duration.ofMillis(Integer.parseInt(rest)));
            }
            case "close" -> faults.close(rest.isEmpty() ? "ただいま休止しています。" : rest);
            case "open" -> faults.open();
            case "maintain" -> {
                return maintain(rest);
            }
            case "validity" -> {
                if (!rest.matches("both|crl|none")) {
                    return "validity wants both, crl or none";
                }
                faults.serveStatus(rest.equals("both"), !rest.equals("none"));
            }
            case "signer", "kiosk" -> {
                return rotate(word + " " + rest);
            }
            case "registrations" -> {
                if (!rest.equals("answer")) {
                    return "registrations wants answer";
                }
                center.answerRegistrations();
            }
            case "outcomes" -> {
                return outcomes();
            }
            default -> {
                return "unknown: " + word + " (" + KNOWN + ")";
            }
        }
        return "ok";
    }

    private String maintain(String rest) {
        String[] words = rest.split(" ", 3);
        try {
            if (words.length == 3) {
                center.faults().planMaintenance(Instant.parse(words[0]), Instant.parse(words[1]), words[2]);
                return "ok";
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            return "maintain wants two times, the first before the second";
        }
        return "maintain wants two times and a text";
    }

    private String rotate(String step) {
        KeyRotation rotation = center.rotation();
        try {
            switch (step) {
                case "signer announce" -> rotation.announceSigner();
                case "signer change" -> rotation.changeSigner();
                case "signer retire" -> rotation.retireSigner();
                case "kiosk announce" -> rotation.announceKiosk();
                default -> {
                    return "signer wants announce, change or retire; kiosk wants announce";
                }
            }
        } catch (IllegalStateException | IOException e) {
            return "not done: " + e.getMessage();
        }
        return "ok";
    }

    private String outcomes() {
        StringBuilder lines = new StringBuilder();
        for (OutcomeRecord outcome : center.records()) {
            lines.append("outcome: visit=").append(outcome.visit());
            outcome.request().ifPresent(request -> lines.append(" request=").append(request));
            lines.append(" result=").append(outcome.result().wireName());
            lines.append(" inserted=").append(outcome.inserted());
            lines.append(" kept=").append(outcome.kept());
            lines.append(" returned=").append(outcome.returned());
            lines.append(" owed=").append(outcome.owed()).append('\n');
        }
        return lines + "outcomes: " + center.records().size();
    }
}
