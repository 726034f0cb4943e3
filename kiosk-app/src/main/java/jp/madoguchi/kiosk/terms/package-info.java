/** The words everyone shares: pure records and enums, no behaviour beyond themselves. Depends on {@code java..} alone. */
@NullMarked
package jp.madoguchi.kiosk.terms;

import org.jspecify.annotations.NullMarked;
