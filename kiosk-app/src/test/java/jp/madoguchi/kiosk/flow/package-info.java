@NullMarked
package jp.madoguchi.kiosk.flow;

import org.jspecify.annotations.NullMarked;
