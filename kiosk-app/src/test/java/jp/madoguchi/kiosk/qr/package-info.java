@NullMarked
package jp.madoguchi.kiosk.qr;

import org.jspecify.annotations.NullMarked;
