/** Codes that a telephone reads from screen and paper. */
@NullMarked
package jp.madoguchi.kiosk.qr;

import org.jspecify.annotations.NullMarked;
