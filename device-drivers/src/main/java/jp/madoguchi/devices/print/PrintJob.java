package jp.madoguchi.devices.print;

/** What is to be printed: A4, on both sides, unscaled. The pages stay the caller's, who wipes them afterwards. */
public record PrintJob(PrintTicket ticket, PrintPages pages) {
    /** Throws {@code IllegalArgumentException} when the ticket speaks of another number of sides. */
    public PrintJob {
        if (ticket.sides() != pages.sides()) {
            throw new IllegalArgumentException(ticket.sides() + " sides asked for, " + pages.sides() + " there");
        }
    }
}
