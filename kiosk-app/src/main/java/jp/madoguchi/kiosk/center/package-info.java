/**
 * The issuance center as the kiosk sees it, and the binding that holds card, visit and paper together
 * ({@code docs/binding.md}, {@code docs/center-api.yaml}).
 */
@NullMarked
package jp.madoguchi.kiosk.center;

import org.jspecify.annotations.NullMarked;
