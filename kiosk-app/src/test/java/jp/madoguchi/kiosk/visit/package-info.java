@NullMarked
package jp.madoguchi.kiosk.visit;

import org.jspecify.annotations.NullMarked;
