/** The staff desk, without its screens. */
@NullMarked
package jp.madoguchi.kiosk.staff;

import org.jspecify.annotations.NullMarked;
