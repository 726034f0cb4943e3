/** The words that every part of the kiosk shares: pure values, no behaviour beyond themselves. */
@NullMarked
package jp.madoguchi.kiosk.terms;

import org.jspecify.annotations.NullMarked;
