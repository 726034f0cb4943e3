@NullMarked
package jp.madoguchi.kiosk;

import org.jspecify.annotations.NullMarked;
