@NullMarked
package jp.madoguchi.kiosk.ledger;

import org.jspecify.annotations.NullMarked;
