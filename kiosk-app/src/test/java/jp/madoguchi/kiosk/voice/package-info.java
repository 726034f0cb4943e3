/** Tests of what the kiosk says. */
@NullMarked
package jp.madoguchi.kiosk.voice;

import org.jspecify.annotations.NullMarked;
