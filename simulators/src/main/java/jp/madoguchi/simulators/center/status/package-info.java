/**
 * Whether a card's certificate still holds, as real ASN.1: the simulated authorities publish CRLs (RFC 5280) into a small
 * directory and answer OCSP (RFC 6960); the center asks them and says good, revoked, suspended, unknown yet or unavailable.
 */
@NullMarked
package jp.madoguchi.simulators.center.status;

import org.jspecify.annotations.NullMarked;
