/** The staff desk: who may, and what they can do. No screen and no device is known here. */
@NullMarked
package jp.madoguchi.kiosk.staff;

import org.jspecify.annotations.NullMarked;
