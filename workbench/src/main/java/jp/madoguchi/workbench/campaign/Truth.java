package jp.madoguchi.workbench.campaign;

import java.util.List;
import java.util.stream.Collectors;
import jp.madoguchi.simulators.cash.World;
import jp.madoguchi.simulators.printer.PrintedJob;
import jp.madoguchi.workbench.Workbench;

/**
 * What really happened, as the world outside the kiosk has it.
 *
 * @param pinsTyped how often the resident typed four digits
 * @param cardCommands what the card was asked, in hex, PINs starred out
 * @param triesLeft as the chip counts them
 * @param offered yen that the resident put into the machine, what came straight back included
 * @param money where it all is now
 * @param cashMessages what the cash devices were told, by name
 * @param documents what the printer received and what of it is on paper
 */
public record Truth(
        int pinsTyped,
        List<String> cardCommands,
        int triesLeft,
        int offered,
        World money,
        List<String> cashMessages,
        List<PrintedJob> documents) {
    private static final String RECEIPT = "R-";

    /** Yen that are in the machine for good. */
    int taken() {
        return money.cashbox() + money.stacker();
    }

    /** Yen that came out of the hoppers. */
    int paidOut() {
        return Workbench.HOPPERS.entrySet().stream()
                .mapToInt(hopper ->
                        hopper.getValue() * (Workbench.COINS - money.hoppers().getOrDefault(hopper.getKey(), 0)))
                .sum();
    }

    /** VERIFY with a PIN, not the question for the tries left. */
    long verifies() {
        return cardCommands.stream()
                .filter(command -> command.startsWith("0020") && command.length() > 10)
                .count();
    }

    /** Commands to pay out, whether they arrived or not. */
    long payOuts() {
        return cashMessages.stream().filter(each -> each.startsWith("167 ")).count();
    }

    /** Every time that a document of this name was received; receipts have names of their own. */
    List<PrintedJob> documents(String name) {
        return documents.stream().filter(job -> job.name().equals(name)).toList();
    }

    /** Sides of certificates on paper. */
    int certificateSides() {
        return documents.stream()
                .filter(job -> !job.name().startsWith(RECEIPT))
                .mapToInt(PrintedJob::impressions)
                .sum();
    }

    String money(Paperwork paperwork) {
        return "in " + taken() + ", out " + paidOut() + ", kept " + paperwork.ended("kept") + ", owed "
                + paperwork.ended("owed");
    }

    String paper(Paperwork paperwork) {
        String said = paperwork
                .of("PrintEnded")
                .map(each -> each.path("result").asText())
                .collect(Collectors.joining(" "));
        return (said.isEmpty() ? "no print" : said) + ", " + certificateSides() + " sides";
    }
}
