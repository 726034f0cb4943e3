package jp.madoguchi.simulators.center.pages;

import java.util.List;

/**
 * What stands on one certificate, whatever its kind.
 *
 * @param head repeated on every page
 * @param body in the order of the paper, at least one block; none is taller than a page
 * @param statement what the municipality's head certifies
 */
public record Sheet(String title, List<Block> head, List<Block> body, String statement, Attestation attestation) {

    public Sheet {
        head = List.copyOf(head);
        body = List.copyOf(body);
        if (body.isEmpty()) {
            throw new IllegalArgumentException("a certificate says something");
        }
    }

    /** Says nothing about the people. */
    @Override
    public String toString() {
        return "Sheet[" + attestation.issueNumber() + "]";
    }
}
