package jp.madoguchi.simulators.center.pages;

import java.time.LocalDate;

/**
 * Who vouches for the paper.
 *
 * @param mayor office and name, e.g. {@code 青森市長 架空 一郎}
 * @param seal the letters of the seal, e.g. {@code 青森市長之印}
 */
public record Attestation(String mayor, String seal, LocalDate issued, String issueNumber) {}
