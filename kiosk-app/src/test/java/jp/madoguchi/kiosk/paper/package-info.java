@NullMarked
package jp.madoguchi.kiosk.paper;

import org.jspecify.annotations.NullMarked;
