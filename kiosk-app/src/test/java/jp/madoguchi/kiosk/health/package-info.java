@NullMarked
package jp.madoguchi.kiosk.health;

import org.jspecify.annotations.NullMarked;
