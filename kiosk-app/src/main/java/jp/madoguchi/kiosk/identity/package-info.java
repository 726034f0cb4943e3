/** Whose certificate lies on the reader, and whether it may be used: JPKI's profile for user authentication. */
@NullMarked
package jp.madoguchi.kiosk.identity;

import org.jspecify.annotations.NullMarked;
