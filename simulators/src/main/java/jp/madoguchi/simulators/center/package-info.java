/**
 * The issuance center as a kiosk meets it: HTTPS with mutual TLS, its own test PKI, fictional residents as files. Written
 * from {@code docs/center-api.yaml} and {@code docs/binding.md} alone.
 */
@NullMarked
package jp.madoguchi.simulators.center;

import org.jspecify.annotations.NullMarked;
