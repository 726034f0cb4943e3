@NullMarked
package jp.madoguchi.kiosk.act;

import org.jspecify.annotations.NullMarked;
