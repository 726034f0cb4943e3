/** The issuance center over HTTPS with mutual authentication: {@code docs/center-api.yaml} on {@code java.net.http}. */
@NullMarked
package jp.madoguchi.kiosk.center.https;

import org.jspecify.annotations.NullMarked;
