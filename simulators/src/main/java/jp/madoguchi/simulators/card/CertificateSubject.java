package jp.madoguchi.simulators.card;

import java.time.LocalDate;

/**
 * Whom a certificate names. Only the signature certificate carries more than {@code id}.
 *
 * @param id the common name without its last letter
 * @param sex 男 or 女
 */
record CertificateSubject(String id, String name, LocalDate birth, String sex, String address) {}
