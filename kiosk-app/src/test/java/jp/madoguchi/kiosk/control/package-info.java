@NullMarked
package jp.madoguchi.kiosk.control;

import org.jspecify.annotations.NullMarked;
